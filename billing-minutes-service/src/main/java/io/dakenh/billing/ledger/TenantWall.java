package io.dakenh.billing.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Opens the database's row-level security for the rest of the current transaction. The setting ends
 * with the transaction, so a pooled connection never carries one tenant's view into another's
 * request.
 */
public final class TenantWall {
  private static final String SET =
      "select set_config('dakenh.tenant', ?, true), set_config('dakenh.scope', ?, true)";

  private TenantWall() {}

  /** Rows of one tenant. */
  public static void openFor(Connection connection, UUID tenantId) throws SQLException {
    set(connection, tenantId.toString(), "");
  }

  /** Rows of the tenants whose events are in one batch. */
  public static void openFor(Connection connection, Collection<UUID> tenantIds)
      throws SQLException {
    set(connection, tenantIds.stream().map(UUID::toString).collect(Collectors.joining(",")), "");
  }

  /** Rows of all tenants: for jobs that work through all of them, never for a request. */
  public static void openForEveryTenant(Connection connection) throws SQLException {
    set(connection, "", "every-tenant");
  }

  private static void set(Connection connection, String tenant, String scope) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SET)) {
      statement.setString(1, tenant);
      statement.setString(2, scope);
      statement.execute();
    }
  }
}
