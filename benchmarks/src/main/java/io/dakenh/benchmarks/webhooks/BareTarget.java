package io.dakenh.benchmarks.webhooks;

import io.dakenh.devstack.infra.ChildProcess;
import io.dakenh.devstack.infra.EmbeddedPostgres.Durability;
import io.dakenh.devstack.infra.InfraMode;
import io.dakenh.devstack.infra.Infrastructure;
import io.dakenh.devstack.infra.Ports;
import io.dakenh.devstack.infra.PostgresBackend;
import io.dakenh.devstack.infra.RuntimeFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The bare limit with a PostgreSQL of its own. */
public final class BareTarget implements AutoCloseable {
  private static final Duration READY = Duration.ofSeconds(60);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final ChildProcess process;
  private final PostgresBackend postgres;
  private final int port;

  private BareTarget(ChildProcess process, PostgresBackend postgres, int port) {
    this.process = process;
    this.postgres = postgres;
    this.port = port;
  }

  /** Starts it. */
  public static BareTarget start(Path folder) {
    PostgresBackend postgres =
        new Infrastructure(InfraMode.EMBEDDED, RuntimeFiles.current(), folder, folder)
            .postgres(Durability.SAFE);
    postgres.start();
    postgres.awaitReady(READY);
    postgres.ensureDatabase("bare", "bare", "bare");
    int port = Ports.free();
    ChildProcess process =
        ChildProcess.start(
            "bare handler",
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                BareHandler.class.getName(),
                Integer.toString(port),
                postgres.jdbcUrl("bare"),
                "bare",
                "bare"),
            Path.of("").toAbsolutePath(),
            Map.of(),
            folder.resolve("bare-handler.log"));
    process.await(() -> Ports.accepts(port), READY);
    return new BareTarget(process, postgres, port);
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  @Override
  public void close() {
    process.stop(GRACE);
    postgres.stop();
  }
}
