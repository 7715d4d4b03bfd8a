package io.dakenh.devstack.infra;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.GenericContainer;

/** PostgreSQL from the image named by {@code SUITE_POSTGRES_IMAGE}. */
final class ContainerPostgres extends ContainerServer implements PostgresBackend {
  private final EmbeddedPostgres.Durability durability;

  ContainerPostgres(int port, @Nullable Path keptAt, EmbeddedPostgres.Durability durability) {
    super(
        Settings.text("SUITE_POSTGRES_IMAGE", "postgres:18"),
        port,
        5432,
        keptAt,
        "/var/lib/postgresql");
    this.durability = durability;
  }

  @Override
  void configure(GenericContainer<?> described) {
    described.withEnv("POSTGRES_PASSWORD", password());
    described.withEnv(
        "POSTGRES_INITDB_ARGS",
        "--encoding=UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8");
    List<String> command = new ArrayList<>(List.of("postgres"));
    command.addAll(PostgresSettings.options(durability));
    described.withCommand(command.toArray(String[]::new));
  }

  @Override
  public String host() {
    return Ports.LOOPBACK;
  }

  @Override
  public int port() {
    return hostPort();
  }

  @Override
  public String username() {
    return PostgresCluster.SUPERUSER;
  }

  @Override
  public String password() {
    return PostgresCluster.SUPERUSER;
  }
}
