package io.dakenh.devstack.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dakenh.devstack.infra.EmbeddedPostgres.Durability;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  private static final Duration READY = Duration.ofSeconds(60);

  @TempDir Path folder;
  private EmbeddedPostgres server;

  @BeforeEach
  void describe() {
    server =
        new EmbeddedPostgres(
            RuntimeFiles.current(),
            folder.resolve("data"),
            folder.resolve("postgres.log"),
            Ports.free(),
            Durability.SAFE);
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void keepsDataThroughRestartAndKill() throws Exception {
    server.start();
    server.awaitReady(READY);
    server.ensureDatabase("routing", "routing_role", "o'hare");
    server.ensureDatabase("routing", "routing_role", "o'hare");
    execute("create table note (text text)");
    execute("insert into note values ('Xin chào')");

    server.stop();
    assertThat(server.ready()).isFalse();
    server.start();
    server.awaitReady(READY);
    execute("insert into note values ('trở lại')");

    ProcessHandle process = ProcessHandle.of(server.pid().orElseThrow()).orElseThrow();
    process.destroyForcibly();
    process.onExit().get(10, TimeUnit.SECONDS);
    assertThat(folder.resolve("data/postmaster.pid")).exists();
    server.start();
    server.awaitReady(READY);

    assertThat(single("select string_agg(text, ',' order by text) from note"))
        .isEqualTo("Xin chào,trở lại");
    assertThat(single("select lower('ĐA KÊNH')")).isEqualTo("đa kênh");
  }

  @Test
  void startsThoughTheLockNamesALivingStranger() throws Exception {
    server.start();
    server.awaitReady(READY);
    Path lock = folder.resolve("data/postmaster.pid");
    String left = Files.readString(lock);
    server.stop();
    Files.writeString(
        lock, left.replaceFirst("\\d+", Long.toString(ProcessHandle.current().pid())));

    server.start();
    server.awaitReady(READY);

    assertThat(single("select 1")).isEqualTo("1");
  }

  @Test
  void refusesADataFolderInUse() {
    server.start();
    server.awaitReady(READY);
    EmbeddedPostgres second =
        new EmbeddedPostgres(
            RuntimeFiles.current(),
            folder.resolve("data"),
            folder.resolve("second.log"),
            Ports.free(),
            Durability.SAFE);

    assertThatThrownBy(second::start)
        .isInstanceOf(InfraException.class)
        .hasMessageContaining("already runs");
  }

  @Test
  void tellsTheLastLogLinesWhenItCannotStart() throws Exception {
    server.start();
    server.awaitReady(READY);
    server.stop();
    Files.writeString(folder.resolve("data/postgresql.conf"), "no_such_setting = 1\n");

    server.start();

    assertThatThrownBy(() -> server.awaitReady(READY))
        .isInstanceOf(InfraException.class)
        .hasMessageContaining("no_such_setting");
  }

  @Test
  void offersTheExtensionsTheServicesUse() throws Exception {
    server.start();
    server.awaitReady(READY);

    assertThat(
            single(
                "select string_agg(name, ',' order by name) from pg_available_extensions"
                    + " where name in ('pg_stat_statements', 'pg_trgm', 'unaccent')"))
        .isEqualTo("pg_stat_statements,pg_trgm,unaccent");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String single(String sql) throws SQLException {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
