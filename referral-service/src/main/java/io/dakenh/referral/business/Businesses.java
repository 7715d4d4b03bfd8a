package io.dakenh.referral.business;

import io.agroal.api.AgroalDataSource;
import io.dakenh.contracts.config.TenantChanged;
import io.dakenh.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.UUID;

/** Remembers the newest state seen of each business. */
@ApplicationScoped
public class Businesses {
  private static final String REMEMBER =
      """
      insert into business (tenant_id, version, name, status, owner_hash, owner_domain_hash,
        verified, signed_up_at)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (tenant_id) do update
      set version = excluded.version, name = excluded.name, status = excluded.status,
        owner_hash = excluded.owner_hash, owner_domain_hash = excluded.owner_domain_hash,
        verified = excluded.verified, signed_up_at = excluded.signed_up_at
      where business.version < excluded.version""";

  private static final String ACTIVE =
      "select 1 from business where tenant_id = ? and status = 'active'";

  private final AgroalDataSource database;

  @Inject
  Businesses(AgroalDataSource database) {
    this.database = database;
  }

  /** Remembers the state; an older one than seen changes nothing. */
  @Transactional
  public void remember(TenantChanged tenant) {
    try (Connection connection = database.getConnection();
        PreparedStatement upsert = connection.prepareStatement(REMEMBER)) {
      upsert.setObject(1, tenant.tenantId());
      upsert.setLong(2, tenant.version());
      upsert.setString(3, tenant.name());
      upsert.setString(4, tenant.status());
      TenantChanged.SignUp signUp = tenant.signUp();
      upsert.setString(5, signUp == null ? null : signUp.ownerHash());
      upsert.setString(6, signUp == null ? null : signUp.ownerDomainHash());
      upsert.setBoolean(7, signUp != null && signUp.verified());
      upsert.setObject(8, tenant.createdAt().atOffset(ZoneOffset.UTC));
      upsert.executeUpdate();
    } catch (SQLException away) {
      throw ProblemException.unavailable("storage-unavailable", "Please try again.", away);
    }
  }

  /** Whether the business is active as far as known; an unknown status counts as suspended. */
  @Transactional
  public boolean active(UUID tenantId) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(ACTIVE)) {
      select.setObject(1, tenantId);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    } catch (SQLException away) {
      throw ProblemException.unavailable("storage-unavailable", "Please try again.", away);
    }
  }
}
