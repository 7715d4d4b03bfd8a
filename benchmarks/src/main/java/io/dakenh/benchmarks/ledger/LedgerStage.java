package io.dakenh.benchmarks.ledger;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One replica of billing with a database and a broker of its own; the database syncs its log. */
public final class LedgerStage implements AutoCloseable {
  private static final Duration READY = Duration.ofSeconds(120);
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final String NAME = "billing";

  private final PostgresBackend postgres;
  private final KafkaBackend kafka;
  private final ChildProcess replica;

  private LedgerStage(PostgresBackend postgres, KafkaBackend kafka, ChildProcess replica) {
    this.postgres = postgres;
    this.kafka = kafka;
    this.replica = replica;
  }

  /** Starts everything below a folder. */
  public static LedgerStage in(Path folder) {
    Infrastructure infrastructure =
        Infrastructure.throwaway(InfraMode.EMBEDDED, RuntimeFiles.current(), folder, folder);
    PostgresBackend postgres = infrastructure.postgres(Durability.SAFE);
    KafkaBackend kafka = infrastructure.kafka();
    postgres.start();
    kafka.start();
    postgres.awaitReady(READY);
    postgres.ensureDatabase(NAME, NAME, NAME);
    kafka.awaitReady(READY);
    return new LedgerStage(postgres, kafka, start(folder, postgres, kafka));
  }

  private static ChildProcess start(Path folder, PostgresBackend postgres, KafkaBackend kafka) {
    int port = Ports.free();
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
                "DAKENH_BILLING_CALL_SILENCE",
                "1h",
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                TokenIssuer.shared(),
                "QUARKUS_OIDC_TOKEN_ISSUER",
                TokenIssuer.shared()),
            folder.resolve("billing.log"));
    started.await(() -> Ports.accepts(port), READY);
    return started;
  }

  private static Path jar() {
    Path target = RuntimeFiles.current().root().resolve("billing-minutes-service/target");
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-runner.jar"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("billing-minutes-service is not packaged"));
    } catch (IOException absent) {
      throw new UncheckedIOException("billing-minutes-service is not built", absent);
    }
  }

  /** Where its broker is. */
  String brokers() {
    return kafka.bootstrapServers();
  }

  /** A connection to its database that sees the rows of every tenant. */
  Connection database() throws SQLException {
    Connection connection = DriverManager.getConnection(postgres.jdbcUrl(NAME), NAME, NAME);
    try (Statement wall = connection.createStatement()) {
      wall.execute("select set_config('dakenh.scope', 'every-tenant', false)");
    }
    return connection;
  }

  /** One number. */
  static long number(Connection connection, String sql) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() {
    replica.stop(GRACE);
    kafka.stop();
    postgres.stop();
  }
}
