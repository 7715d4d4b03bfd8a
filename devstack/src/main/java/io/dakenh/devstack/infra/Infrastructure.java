package io.dakenh.devstack.infra;

import io.dakenh.devstack.infra.EmbeddedPostgres.Durability;
import java.nio.file.Path;

/** Makes the backends of one mode, with data and logs below two folders. */
public final class Infrastructure {
  private final InfraMode mode;
  private final RuntimeFiles files;
  private final Path dataFolder;
  private final Path logFolder;

  /** Chooses the mode and the places; nothing is started. */
  public Infrastructure(InfraMode mode, RuntimeFiles files, Path dataFolder, Path logFolder) {
    this.mode = mode;
    this.files = files;
    this.dataFolder = dataFolder;
    this.logFolder = logFolder;
  }

  /** PostgreSQL on a free port. */
  public PostgresBackend postgres(Durability durability) {
    return postgres(Ports.free(), durability);
  }

  /** PostgreSQL on a port. */
  public PostgresBackend postgres(int port, Durability durability) {
    return switch (mode) {
      case EMBEDDED ->
          new EmbeddedPostgres(
              files, dataFolder.resolve("postgres"), log("postgres"), port, durability);
      case CONTAINERS, EXTERNAL -> throw unsupported();
    };
  }

  /** Kafka on free ports. */
  public KafkaBackend kafka() {
    return kafka(Ports.free(), Ports.free());
  }

  /** Kafka on a port for clients and one for itself. */
  public KafkaBackend kafka(int port, int controllerPort) {
    return switch (mode) {
      case EMBEDDED ->
          new EmbeddedKafka(files, dataFolder.resolve("kafka"), log("kafka"), port, controllerPort);
      case CONTAINERS, EXTERNAL -> throw unsupported();
    };
  }

  /** MongoDB on a free port. */
  public MongoBackend mongo() {
    return mongo(Ports.free());
  }

  /** MongoDB on a port. */
  public MongoBackend mongo(int port) {
    return switch (mode) {
      case EMBEDDED -> new EmbeddedMongo(files, dataFolder.resolve("mongo"), log("mongo"), port);
      case CONTAINERS, EXTERNAL -> throw unsupported();
    };
  }

  private InfraException unsupported() {
    return new InfraException("the infrastructure mode " + mode + " is not available yet");
  }

  private Path log(String name) {
    return logFolder.resolve(name + ".log");
  }
}
