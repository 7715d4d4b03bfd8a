package io.dakenh.devstack.infra;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** A PostgreSQL server and its superuser. */
public interface PostgresBackend extends Backend {
  /** Host to connect to. */
  String host();

  /** Port to connect to. */
  int port();

  /** The superuser. */
  String username();

  /** The superuser's password. */
  String password();

  @Override
  default String name() {
    return "postgres";
  }

  /** JDBC address of one database. */
  default String jdbcUrl(String database) {
    return "jdbc:postgresql://" + host() + ":" + port() + "/" + database;
  }

  /** A connection as the superuser. */
  default Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(database), username(), password());
  }

  /** Makes a database owned by a login role of its own, unless both are there. */
  default void ensureDatabase(String database, String role, String password) {
    ensureDatabase(jdbcUrl("postgres"), username(), password(), database, role, password);
  }

  /** The same on any server, through a superuser's connection. */
  static void ensureDatabase(
      String adminUrl,
      String adminName,
      String adminPassword,
      String database,
      String role,
      String password) {
    String checkedDatabase = Identifiers.checked(database);
    String checkedRole = Identifiers.checked(role);
    try (Connection connection = DriverManager.getConnection(adminUrl, adminName, adminPassword);
        Statement statement = connection.createStatement()) {
      if (!exists(statement, "pg_roles where rolname = '" + checkedRole + "'")) {
        statement.execute("create role \"" + checkedRole + "\" login");
      }
      statement.execute(
          "alter role \""
              + checkedRole
              + "\" password '"
              + Objects.requireNonNull(password, "password").replace("'", "''")
              + "'");
      if (!exists(statement, "pg_database where datname = '" + checkedDatabase + "'")) {
        statement.execute(
            "create database \"" + checkedDatabase + "\" owner \"" + checkedRole + "\"");
      }
    } catch (SQLException e) {
      throw new InfraException("could not make database " + database, e);
    }
  }

  private static boolean exists(Statement statement, String from) throws SQLException {
    try (ResultSet rows = statement.executeQuery("select 1 from " + from)) {
      return rows.next();
    }
  }

  @Override
  default boolean ready() {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      return statement.execute("select 1");
    } catch (SQLException e) {
      return false;
    }
  }
}
