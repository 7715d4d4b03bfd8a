package io.dakenh.livetalk.support;

import io.dakenh.devstack.infra.EmbeddedPostgres.Durability;
import io.dakenh.devstack.infra.InfraMode;
import io.dakenh.devstack.infra.Infrastructure;
import io.dakenh.devstack.infra.PostgresBackend;
import io.dakenh.devstack.infra.RuntimeFiles;
import io.dakenh.devstack.test.FaultProxy;
import io.dakenh.devstack.test.Faults;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A database of one's own, to be killed: durable, and reached through a network that can stall. */
public class OwnPostgres implements QuarkusTestResourceLifecycleManager {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private PostgresBackend server;
  private FaultProxy network;

  /** Marks the field of a test that gets the {@code Map<String, Runnable>} of faults. */
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Switches {}

  @Override
  public Map<String, String> start() {
    server =
        Infrastructure.throwaway(InfraMode.current(), RuntimeFiles.current(), folder(), folder())
            .postgres(Durability.SAFE);
    server.start();
    server.awaitReady(PATIENCE);
    server.ensureDatabase("livetalk", "livetalk", "livetalk");
    network = FaultProxy.to(server.port());
    return Map.of(
        "quarkus.datasource.jdbc.url",
        "jdbc:postgresql://127.0.0.1:" + network.port() + "/livetalk",
        "quarkus.datasource.username",
        "livetalk",
        "quarkus.datasource.password",
        "livetalk");
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory(
          Files.createDirectories(Path.of("target").toAbsolutePath()), "own-postgres-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void inject(TestInjector testInjector) {
    Map<String, Runnable> switches =
        Map.of(
            "kill", () -> Faults.kill9(server.pid().orElseThrow()),
            "start", this::restart,
            "stall", network::stall,
            "heal", network::heal);
    testInjector.injectIntoFields(
        switches, new TestInjector.AnnotatedAndMatchesType(Switches.class, Map.class));
  }

  private void restart() {
    server.start();
    server.awaitReady(PATIENCE);
  }

  @Override
  public void stop() {
    network.close();
    server.stop();
  }
}
