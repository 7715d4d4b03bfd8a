package io.dakenh.devstack.infra;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.GenericContainer;

/** MongoDB from the image named by {@code SUITE_MONGO_IMAGE}. */
final class ContainerMongo extends ContainerServer implements MongoBackend {
  ContainerMongo(int port, @Nullable Path keptAt) {
    super(Settings.text("SUITE_MONGO_IMAGE", "mongo:8"), port, 27_017, keptAt, "/data/db");
  }

  /** The image needs no settings: no users, data below its usual folder. */
  @Override
  void configure(GenericContainer<?> described) {}

  @Override
  public boolean ready() {
    return Ports.accepts(hostPort());
  }

  @Override
  public String connectionString() {
    return "mongodb://" + Ports.LOOPBACK + ":" + hostPort();
  }
}
