package io.dakenh.devstack.infra;

import io.dakenh.devstack.infra.EmbeddedPostgres.Durability;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Makes the backends of one mode, with data and logs below two folders. External servers are named
 * by {@code SUITE_POSTGRES_URL}, {@code SUITE_KAFKA_BOOTSTRAP_SERVERS} and {@code SUITE_MONGO_URL};
 * container images by {@code SUITE_POSTGRES_IMAGE}, {@code SUITE_KAFKA_IMAGE} and {@code
 * SUITE_MONGO_IMAGE}.
 */
public final class Infrastructure {
  private final InfraMode mode;
  private final RuntimeFiles files;
  private final Path dataFolder;
  private final Path logFolder;
  private final boolean kept;

  /** Servers whose data outlives them; nothing is started yet. */
  public Infrastructure(InfraMode mode, RuntimeFiles files, Path dataFolder, Path logFolder) {
    this(mode, files, dataFolder, logFolder, true);
  }

  private Infrastructure(
      InfraMode mode, RuntimeFiles files, Path dataFolder, Path logFolder, boolean kept) {
    this.mode = mode;
    this.files = files;
    this.dataFolder = dataFolder;
    this.logFolder = logFolder;
    this.kept = kept;
  }

  /** Servers for one test run: containers leave no volumes behind. */
  public static Infrastructure throwaway(
      InfraMode mode, RuntimeFiles files, Path dataFolder, Path logFolder) {
    return new Infrastructure(mode, files, dataFolder, logFolder, false);
  }

  /** PostgreSQL on a free port. */
  public PostgresBackend postgres(Durability durability) {
    return postgres(Ports.free(), durability);
  }

  /** PostgreSQL on a port. */
  public PostgresBackend postgres(int port, Durability durability) {
    return switch (mode) {
      case EMBEDDED ->
          new EmbeddedPostgres(files, data("postgres"), log("postgres"), port, durability);
      case CONTAINERS -> new ContainerPostgres(port, volume("postgres"), durability);
      case EXTERNAL ->
          new ExternalPostgres(
              Settings.required("SUITE_POSTGRES_URL", "postgresql://user:password@host:5432"));
    };
  }

  /** Kafka on free ports. */
  public KafkaBackend kafka() {
    return kafka(Ports.free(), Ports.free());
  }

  /** Kafka on a port for clients and one for itself. */
  public KafkaBackend kafka(int port, int controllerPort) {
    return switch (mode) {
      case EMBEDDED -> new EmbeddedKafka(files, data("kafka"), log("kafka"), port, controllerPort);
      case CONTAINERS -> new ContainerKafka(port, volume("kafka"));
      case EXTERNAL ->
          new ExternalKafka(Settings.required("SUITE_KAFKA_BOOTSTRAP_SERVERS", "host:9092"));
    };
  }

  /** MongoDB on a free port. */
  public MongoBackend mongo() {
    return mongo(Ports.free());
  }

  /** MongoDB on a port. */
  public MongoBackend mongo(int port) {
    return switch (mode) {
      case EMBEDDED -> new EmbeddedMongo(files, data("mongo"), log("mongo"), port);
      case CONTAINERS -> new ContainerMongo(port, volume("mongo"));
      case EXTERNAL ->
          new ExternalMongo(
              Settings.required("SUITE_MONGO_URL", "mongodb://user:password@host:27017"));
    };
  }

  private @Nullable Path volume(String name) {
    return kept ? data(name) : null;
  }

  private Path data(String name) {
    return dataFolder.resolve(name);
  }

  private Path log(String name) {
    return logFolder.resolve(name + ".log");
  }
}
