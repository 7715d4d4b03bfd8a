package io.dakenh.referral.referral;

import io.agroal.api.AgroalDataSource;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.referral.referral.ReferralState.Qualified;
import io.dakenh.referral.referral.ReferralState.Registered;
import io.dakenh.referral.referral.ReferralState.Rejected;
import io.dakenh.referral.referral.ReferralState.Rewarded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code referral}. */
@ApplicationScoped
class ReferralRepository {
  private static final String ADD =
      """
      insert into referral (id, tenant_id, referred_tenant_id, state, registered_at, qualified_at,
        rewarded_at, rewarded_seconds, rejected_at, rejection_reason)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (referred_tenant_id) do nothing""";

  private static final String PAGE =
      """
      select r.id, b.name, r.state, r.registered_at, r.qualified_at, r.rewarded_at,
        r.rewarded_seconds, r.rejected_at, r.rejection_reason
      from referral r join business b on b.tenant_id = r.referred_tenant_id
      where r.tenant_id = ? and r.id < ? order by r.id desc limit ?""";

  private final AgroalDataSource database;

  @Inject
  ReferralRepository(AgroalDataSource database) {
    this.database = database;
  }

  /** False when the referred business has been referred before, by whomever. */
  @Transactional
  boolean add(Referral referral) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(ADD)) {
      insert.setObject(1, referral.id());
      insert.setObject(2, referral.tenantId());
      insert.setObject(3, referral.referredTenantId());
      insert.setString(4, referral.state().code());
      insert.setObject(5, utc(referral.registeredAt()));
      bind(insert, referral.state());
      return insert.executeUpdate() == 1;
    } catch (SQLException away) {
      throw ProblemException.unavailable("storage-unavailable", "Please try again.", away);
    }
  }

  /** Rows of the business that referred, newest first, with ids below the given one. */
  @Transactional
  List<ReferralView> page(UUID tenantId, UUID before, int limit) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(PAGE)) {
      select.setObject(1, tenantId);
      select.setObject(2, before);
      select.setInt(3, limit);
      List<ReferralView> page = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          page.add(
              ReferralView.of(
                  rows.getObject(1, UUID.class),
                  rows.getString(2),
                  state(rows),
                  instant(rows, "registered_at")));
        }
      }
      return page;
    } catch (SQLException away) {
      throw ProblemException.unavailable("storage-unavailable", "Please try again.", away);
    }
  }

  private static void bind(PreparedStatement insert, ReferralState state) throws SQLException {
    insert.setObject(6, state instanceof Qualified q ? utc(q.qualifiedAt()) : null);
    insert.setObject(7, null);
    insert.setObject(8, null);
    insert.setObject(9, null);
    insert.setObject(10, null);
    if (state instanceof Rewarded rewarded) {
      insert.setObject(6, utc(rewarded.qualifiedAt()));
      insert.setObject(7, utc(rewarded.rewardedAt()));
      insert.setLong(8, rewarded.seconds());
    }
    if (state instanceof Rejected rejected) {
      insert.setObject(9, utc(rejected.rejectedAt()));
      insert.setString(10, rejected.reason().code());
    }
  }

  private static ReferralState state(ResultSet row) throws SQLException {
    String state = row.getString("state");
    return switch (state) {
      case "registered" -> new Registered();
      case "qualified" -> new Qualified(instant(row, "qualified_at"));
      case "rewarded" ->
          new Rewarded(
              instant(row, "qualified_at"),
              row.getLong("rewarded_seconds"),
              instant(row, "rewarded_at"));
      case "rejected" ->
          new Rejected(
              RejectionReason.of(row.getString("rejection_reason")), instant(row, "rejected_at"));
      default -> throw new IllegalStateException("no such referral state: " + state);
    };
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
