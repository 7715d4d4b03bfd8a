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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code referral}. */
@ApplicationScoped
class ReferralRepository {
  private static final String ADD =
      """
      insert into referral (id, tenant_id, referred_tenant_id, state, registered_at, qualified_at,
        rewarded_at, rewarded_seconds, rejected_at, rejection_reason, click_id)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (referred_tenant_id) do nothing""";

  private static final String COLUMNS =
      """
      select r.id, r.tenant_id, r.referred_tenant_id, b.name, r.state, r.registered_at,
        r.qualified_at, r.rewarded_at, r.rewarded_seconds, r.rejected_at, r.rejection_reason,
        r.referred_rewarded_seconds, r.reviewed_at, r.review, r.review_note, b.verified,
        p.handled_at is not null as handled
      from referral r join business b on b.tenant_id = r.referred_tenant_id
      left join business_progress p on p.tenant_id = r.referred_tenant_id
      """;

  private static final String PAGE =
      COLUMNS
          + """
          where r.tenant_id = ? and r.id < ? and (?::text is null or r.state = ?)
          order by r.id desc limit ?""";

  private static final String OF_REFERRED =
      COLUMNS + "where r.referred_tenant_id = ? for update of r";

  private static final String ONE = COLUMNS + "where r.id = ? for update of r";

  private static final String EVERY =
      COLUMNS + "where r.state = ? and r.id < ? order by r.id desc limit ?";

  private static final String WAITING =
      """
      select referred_tenant_id from referral where state = 'qualified'
      order by qualified_at limit ?""";

  private static final String MOVE =
      """
      update referral
      set state = ?, qualified_at = ?, rewarded_at = ?, rewarded_seconds = ?, rejected_at = ?,
        rejection_reason = ?, referred_rewarded_seconds = ?
      where id = ?""";

  private static final String REVIEW =
      """
      update referral
      set reviewed_at = ?, reviewed_by = ?, review = ?, review_note = ?,
        overruled_reason = case when ? = 'overruled' then rejection_reason end
      where id = ?""";

  private static final String HOLD =
      "select 1 from referral_code where tenant_id = ? for no key update";

  private static final String EARNED =
      """
      select coalesce(sum(rewarded_seconds), 0) from referral
      where tenant_id = ? and rewarded_at >= ?""";

  private static final String COUNTS =
      """
      select state, count(*), coalesce(sum(rewarded_seconds), 0)::bigint
      from referral where tenant_id = ? group by state""";

  private final AgroalDataSource database;

  @Inject
  ReferralRepository(AgroalDataSource database) {
    this.database = database;
  }

  /** False when the referred business has been referred before, by whomever. */
  @Transactional
  boolean add(Referral referral, @Nullable UUID clickId) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(ADD)) {
      insert.setObject(1, referral.id());
      insert.setObject(2, referral.tenantId());
      insert.setObject(3, referral.referredTenantId());
      insert.setString(4, referral.state().code());
      insert.setObject(5, utc(referral.registeredAt()));
      bind(insert, 6, referral.state());
      insert.setObject(11, clickId);
      return insert.executeUpdate() == 1;
    } catch (SQLException away) {
      throw ProblemException.unavailable("storage-unavailable", "Please try again.", away);
    }
  }

  /** Rows of the business that referred, newest first, with ids below the given one. */
  @Transactional
  List<ReferralRow> page(UUID tenantId, @Nullable String state, UUID before, int limit) {
    return find(
        PAGE,
        select -> {
          select.setObject(1, tenantId);
          select.setObject(2, before);
          select.setString(3, state);
          select.setString(4, state);
          select.setInt(5, limit);
        });
  }

  /** How the business was brought, held until the transaction ends. */
  @Transactional
  Optional<ReferralRow> ofReferred(UUID referredTenantId) {
    return find(OF_REFERRED, select -> select.setObject(1, referredTenantId)).stream().findFirst();
  }

  /** One of whatever business, held until the transaction ends: for operators. */
  @Transactional
  Optional<ReferralRow> one(UUID id) {
    return find(ONE, select -> select.setObject(1, id)).stream().findFirst();
  }

  /** Those of all businesses in a state, newest first: for operators. */
  @Transactional
  List<ReferralRow> every(String state, UUID before, int limit) {
    return find(
        EVERY,
        select -> {
          select.setString(1, state);
          select.setObject(2, before);
          select.setInt(3, limit);
        });
  }

  /** Businesses whose referral qualified and is not rewarded yet, those that wait longest first. */
  @Transactional
  List<UUID> waiting(int limit) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(WAITING)) {
      select.setInt(1, limit);
      List<UUID> referred = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          referred.add(rows.getObject(1, UUID.class));
        }
      }
      return referred;
    } catch (SQLException away) {
      throw ProblemException.unavailable("storage-unavailable", "Please try again.", away);
    }
  }

  /** Another state. */
  @Transactional
  void move(UUID id, ReferralState state, @Nullable Long referredSeconds) {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(MOVE)) {
      update.setString(1, state.code());
      bind(update, 2, state);
      update.setObject(7, referredSeconds);
      update.setObject(8, id);
      update.executeUpdate();
    } catch (SQLException away) {
      throw ProblemException.unavailable("storage-unavailable", "Please try again.", away);
    }
  }

  /** Notes what an operator decided, before the state moves. */
  @Transactional
  void review(UUID id, UUID operatorId, String review, String note, Instant now) {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(REVIEW)) {
      update.setObject(1, utc(now));
      update.setObject(2, operatorId);
      update.setString(3, review);
      update.setString(4, note);
      update.setString(5, review);
      update.setObject(6, id);
      update.executeUpdate();
    } catch (SQLException away) {
      throw ProblemException.unavailable("storage-unavailable", "Please try again.", away);
    }
  }

  /**
   * What the business earned since then. Holds the business until the transaction ends, so that two
   * rewards at once cannot both find room below the cap.
   */
  @Transactional
  long earnedSince(UUID tenantId, Instant since) {
    try (Connection connection = database.getConnection()) {
      try (PreparedStatement hold = connection.prepareStatement(HOLD)) {
        hold.setObject(1, tenantId);
        hold.execute();
      }
      try (PreparedStatement select = connection.prepareStatement(EARNED)) {
        select.setObject(1, tenantId);
        select.setObject(2, utc(since));
        try (ResultSet row = select.executeQuery()) {
          row.next();
          return row.getLong(1);
        }
      }
    } catch (SQLException away) {
      throw ProblemException.unavailable("storage-unavailable", "Please try again.", away);
    }
  }

  /** How many referrals are in each state, and what they earned. */
  record Count(String state, long count, long seconds) {}

  @Transactional
  List<Count> counts(UUID tenantId) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(COUNTS)) {
      select.setObject(1, tenantId);
      List<Count> counts = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          counts.add(new Count(rows.getString(1), rows.getLong(2), rows.getLong(3)));
        }
      }
      return counts;
    } catch (SQLException away) {
      throw ProblemException.unavailable("storage-unavailable", "Please try again.", away);
    }
  }

  private interface Binding {
    void to(PreparedStatement statement) throws SQLException;
  }

  private List<ReferralRow> find(String sql, Binding binding) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      binding.to(select);
      List<ReferralRow> found = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(row(rows));
        }
      }
      return found;
    } catch (SQLException away) {
      throw ProblemException.unavailable("storage-unavailable", "Please try again.", away);
    }
  }

  private static ReferralRow row(ResultSet row) throws SQLException {
    long referredSeconds = row.getLong("referred_rewarded_seconds");
    Long rewarded = row.wasNull() ? null : referredSeconds;
    OffsetDateTime reviewed = row.getObject("reviewed_at", OffsetDateTime.class);
    return new ReferralRow(
        new Referral(
            row.getObject("id", UUID.class),
            row.getObject("tenant_id", UUID.class),
            row.getObject("referred_tenant_id", UUID.class),
            state(row),
            instant(row, "registered_at")),
        row.getString("name"),
        row.getBoolean("verified"),
        row.getBoolean("handled"),
        rewarded,
        reviewed == null ? null : reviewed.toInstant(),
        row.getString("review"),
        row.getString("review_note"));
  }

  private static void bind(PreparedStatement statement, int first, ReferralState state)
      throws SQLException {
    statement.setObject(first, state instanceof Qualified q ? utc(q.qualifiedAt()) : null);
    statement.setObject(first + 1, null);
    statement.setObject(first + 2, null);
    statement.setObject(first + 3, null);
    statement.setObject(first + 4, null);
    if (state instanceof Rewarded rewarded) {
      statement.setObject(first, utc(rewarded.qualifiedAt()));
      statement.setObject(first + 1, utc(rewarded.rewardedAt()));
      statement.setLong(first + 2, rewarded.seconds());
    }
    if (state instanceof Rejected rejected) {
      statement.setObject(first + 3, utc(rejected.rejectedAt()));
      statement.setString(first + 4, rejected.reason().code());
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
