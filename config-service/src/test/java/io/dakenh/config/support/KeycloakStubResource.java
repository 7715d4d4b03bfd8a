package io.dakenh.config.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Keycloak stand-in for a Quarkus test. */
public class KeycloakStubResource implements QuarkusTestResourceLifecycleManager {
  private @Nullable KeycloakStub stub;

  @Override
  public Map<String, String> start() {
    try {
      KeycloakStub started = new KeycloakStub();
      stub = started;
      return Map.of(
          "dakenh.config.keycloak.url",
          started.url() + "/auth",
          "dakenh.config.keycloak.client-secret",
          "secret-of-the-tests");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void stop() {
    if (stub != null) {
      stub.stop();
    }
  }
}
