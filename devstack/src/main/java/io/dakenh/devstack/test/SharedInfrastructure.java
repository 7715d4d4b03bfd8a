package io.dakenh.devstack.test;

import io.dakenh.devstack.infra.Backend;
import io.dakenh.devstack.infra.EmbeddedPostgres.Durability;
import io.dakenh.devstack.infra.InfraMode;
import io.dakenh.devstack.infra.Infrastructure;
import io.dakenh.devstack.infra.PostgresBackend;
import io.dakenh.devstack.infra.RuntimeFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The servers all tests of this JVM share, each started at its first use and stopped when the JVM
 * ends. What is known about them is kept in system properties, because Quarkus loads test resources
 * and tests by different class loaders.
 */
public final class SharedInfrastructure {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(90);
  private static final String PREFIX = "dakenh.test.infra.";

  private SharedInfrastructure() {}

  /** How to reach the PostgreSQL server as its superuser. */
  public record PostgresFacts(String host, int port, String username, String password) {
    /** JDBC address of a database. */
    public String jdbcUrl(String database) {
      return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** Address of a database for the reactive client. */
    public String reactiveUrl(String database) {
      return "postgresql://" + host + ":" + port + "/" + database;
    }

    /** Makes a database with an owner of the same name and password. */
    public void ensureDatabase(String name) {
      PostgresBackend.ensureDatabase(jdbcUrl("postgres"), username, password, name, name, name);
    }
  }

  /** The PostgreSQL server. */
  public static PostgresFacts postgres() {
    String[] facts =
        once(
                "postgres",
                () -> {
                  PostgresBackend server =
                      run(infrastructure -> infrastructure.postgres(Durability.THROWAWAY));
                  return String.join(
                      "\n",
                      server.host(),
                      Integer.toString(server.port()),
                      server.username(),
                      server.password());
                })
            .split("\n", -1);
    return new PostgresFacts(facts[0], Integer.parseInt(facts[1]), facts[2], facts[3]);
  }

  /** Where the Kafka broker is. */
  public static String kafkaBootstrapServers() {
    return once("kafka", () -> run(Infrastructure::kafka).bootstrapServers());
  }

  /** Where the MongoDB server is. */
  public static String mongoConnectionString() {
    return once("mongo", () -> run(Infrastructure::mongo).connectionString());
  }

  /** The lock is an object all class loaders share and nobody else takes. */
  private static String once(String name, Supplier<String> start) {
    synchronized (Runtime.getRuntime()) {
      String known = System.getProperty(PREFIX + name);
      if (known != null) {
        return known;
      }
      String facts = start.get();
      System.setProperty(PREFIX + name, facts);
      return facts;
    }
  }

  private static <B extends Backend> B run(Function<Infrastructure, B> choice) {
    StrayProcesses.sweep();
    Path target = Path.of("target").toAbsolutePath();
    TestFolder data = TestFolder.in(target);
    Infrastructure infrastructure =
        Infrastructure.throwaway(
            InfraMode.current(), RuntimeFiles.current(), data.path(), target.resolve("infra-logs"));
    B backend = choice.apply(infrastructure);
    backend.start();
    OptionalLong pid = backend.pid();
    pid.ifPresent(StrayProcesses::remember);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  backend.stop();
                  pid.ifPresent(StrayProcesses::forget);
                  data.delete();
                },
                "stop-" + backend.name()));
    backend.awaitReady(START_TIMEOUT);
    return backend;
  }
}
