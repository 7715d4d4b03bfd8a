package io.dakenh.devstack.test;

import io.dakenh.devstack.identity.TokenIssuer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * The token issuer of this JVM for a Quarkus test; {@link io.dakenh.devstack.identity.Tokens} signs
 * for it.
 */
public class IdentityTestResource implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    String issuer = TokenIssuer.shared();
    return Map.of("quarkus.oidc.auth-server-url", issuer, "quarkus.oidc.token.issuer", issuer);
  }

  /** The issuer is shared and ends with the JVM. */
  @Override
  public void stop() {}
}
