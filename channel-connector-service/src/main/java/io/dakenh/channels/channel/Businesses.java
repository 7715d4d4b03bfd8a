package io.dakenh.channels.channel;

import io.agroal.api.AgroalDataSource;
import io.dakenh.channels.Storage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The tenants that exist: a projection of config-service's. */
@ApplicationScoped
class Businesses {
  private static final String REMEMBER =
      """
      insert into business (tenant_id, version, active) values (?, ?, ?)
      on conflict (tenant_id) do update set version = excluded.version, active = excluded.active
      where business.version < excluded.version""";

  /** Locked against a suspension that arrives while a channel is being linked. */
  private static final String ACTIVE = "select active from business where tenant_id = ? for share";

  private final AgroalDataSource database;

  @Inject
  Businesses(AgroalDataSource database) {
    this.database = database;
  }

  /** False when a newer state of the tenant is known. */
  @Transactional
  boolean remember(UUID tenantId, long version, boolean active) {
    try (Connection connection = database.getConnection();
        PreparedStatement upsert = connection.prepareStatement(REMEMBER)) {
      upsert.setObject(1, tenantId);
      upsert.setLong(2, version);
      upsert.setBoolean(3, active);
      return upsert.executeUpdate() == 1;
    } catch (SQLException failed) {
      throw Storage.failed(failed);
    }
  }

  /** Empty when the tenant is not known yet. */
  @Transactional
  Optional<Boolean> active(UUID tenantId) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(ACTIVE)) {
      select.setObject(1, tenantId);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getBoolean(1)) : Optional.empty();
      }
    } catch (SQLException failed) {
      throw Storage.failed(failed);
    }
  }
}
