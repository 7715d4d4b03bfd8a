package io.dakenh.benchmarks.routing;

import io.dakenh.devstack.identity.TokenIssuer;
import io.dakenh.devstack.infra.ChildProcess;
import io.dakenh.devstack.infra.EmbeddedPostgres.Durability;
import io.dakenh.devstack.infra.InfraMode;
import io.dakenh.devstack.infra.Infrastructure;
import io.dakenh.devstack.infra.KafkaBackend;
import io.dakenh.devstack.infra.Ports;
import io.dakenh.devstack.infra.PostgresBackend;
import io.dakenh.devstack.infra.RuntimeFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** One replica of routing with a database and a broker of its own; the database syncs its log. */
public final class RoutingStage implements AutoCloseable {
  private static final Duration READY = Duration.ofSeconds(120);
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final String NAME = "routing";

  private final Path folder;
  private final PostgresBackend postgres;
  private final KafkaBackend kafka;
  private final int port = Ports.free();
  private ChildProcess replica;

  private RoutingStage(Path folder, PostgresBackend postgres, KafkaBackend kafka) {
    this.folder = folder;
    this.postgres = postgres;
    this.kafka = kafka;
    this.replica = start();
  }

  /** Starts everything below a folder. */
  public static RoutingStage in(Path folder) {
    Infrastructure infrastructure =
        Infrastructure.throwaway(InfraMode.EMBEDDED, RuntimeFiles.current(), folder, folder);
    PostgresBackend postgres = infrastructure.postgres(Durability.SAFE);
    KafkaBackend kafka = infrastructure.kafka();
    postgres.start();
    kafka.start();
    postgres.awaitReady(READY);
    postgres.ensureDatabase(NAME, NAME, NAME);
    kafka.awaitReady(READY);
    return new RoutingStage(folder, postgres, kafka);
  }

  private ChildProcess start() {
    ChildProcess started =
        ChildProcess.start(
            NAME,
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xmx256m",
                "-jar",
                jar().toString()),
            folder,
            Map.of(
                "QUARKUS_HTTP_HOST",
                Ports.LOOPBACK,
                "QUARKUS_HTTP_PORT",
                Integer.toString(port),
                "QUARKUS_DATASOURCE_JDBC_URL",
                postgres.jdbcUrl(NAME),
                "QUARKUS_DATASOURCE_USERNAME",
                NAME,
                "QUARKUS_DATASOURCE_PASSWORD",
                NAME,
                "KAFKA_BOOTSTRAP_SERVERS",
                kafka.bootstrapServers(),
                "KAFKA_SESSION_TIMEOUT_MS",
                "6000",
                "KAFKA_HEARTBEAT_INTERVAL_MS",
                "1500",
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                TokenIssuer.shared(),
                "QUARKUS_OIDC_TOKEN_ISSUER",
                TokenIssuer.shared()),
            folder.resolve("routing.log"));
    started.await(() -> Ports.accepts(port), READY);
    return started;
  }

  private static Path jar() {
    Path target = RuntimeFiles.current().root().resolve("routing-service/target");
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-runner.jar"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("routing-service is not packaged"));
    } catch (IOException absent) {
      throw new UncheckedIOException("routing-service is not built", absent);
    }
  }

  /** Where its broker is. */
  public String brokers() {
    return kafka.bootstrapServers();
  }

  /** Where it answers. */
  public URI origin() {
    return URI.create("http://" + Ports.LOOPBACK + ":" + port);
  }

  /** Its process. */
  public long pid() {
    return replica.pid();
  }

  /** A connection to its database. */
  public Connection database() {
    try {
      return DriverManager.getConnection(postgres.jdbcUrl(NAME), NAME, NAME);
    } catch (SQLException refused) {
      throw new IllegalStateException("the database of routing is away", refused);
    }
  }

  /** Ends the replica as a power cut would, and starts another; returns once it answers. */
  public void killAndStart() {
    if (!replica.handle().destroyForcibly()) {
      throw new IllegalStateException("the replica cannot be killed");
    }
    try {
      replica.handle().onExit().join();
    } catch (CompletionException failed) {
      throw new IllegalStateException("the replica did not end", failed);
    }
    replica = start();
  }

  @Override
  public void close() {
    replica.stop(GRACE);
    kafka.stop();
    postgres.stop();
  }
}
