package io.dakenh.billing.ledger;

import io.dakenh.devstack.test.SharedInfrastructure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/**
 * A database with this service's migrations, without the service: for tests of the ledger itself.
 */
final class LedgerDatabase {
  private final String name = "ledger_" + UUID.randomUUID().toString().substring(0, 8);
  private final SharedInfrastructure.PostgresFacts server = SharedInfrastructure.postgres();

  LedgerDatabase() {
    server.ensureDatabase(name);
    Flyway.configure().dataSource(server.jdbcUrl(name), name, name).load().migrate();
  }

  /** As the service's own role. */
  Connection connect() throws SQLException {
    Connection connection = DriverManager.getConnection(server.jdbcUrl(name), name, name);
    connection.setAutoCommit(false);
    return connection;
  }

  /** A new tenant with open, empty accounts. */
  UUID tenant() throws SQLException {
    UUID tenantId = UUID.randomUUID();
    try (Connection connection = connect()) {
      TenantWall.openFor(connection, tenantId);
      LedgerStore.openAccounts(connection, tenantId);
      connection.commit();
    }
    return tenantId;
  }

  /** Posts in a transaction of its own. */
  Set<UUID> post(UUID tenantId, Collection<Transfer> transfers) throws SQLException {
    try (Connection connection = connect()) {
      TenantWall.openFor(connection, tenantId);
      Set<UUID> fresh = LedgerStore.post(connection, transfers);
      connection.commit();
      return fresh;
    }
  }

  Balances balances(UUID tenantId) throws SQLException {
    try (Connection connection = connect()) {
      TenantWall.openFor(connection, tenantId);
      return LedgerStore.balances(connection, List.of(tenantId)).get(tenantId);
    }
  }

  /** One number, seen by the tenant. */
  long number(UUID tenantId, String sql) throws SQLException {
    try (Connection connection = connect()) {
      TenantWall.openFor(connection, tenantId);
      return number(connection, sql);
    }
  }

  static long number(Connection connection, String sql) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
