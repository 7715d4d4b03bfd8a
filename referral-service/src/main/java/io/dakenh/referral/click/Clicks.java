package io.dakenh.referral.click;

import io.agroal.api.AgroalDataSource;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.time.Ids;
import io.dakenh.referral.ReferralConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts visits to links and remembers them while a sign-up may be put down to them. */
@ApplicationScoped
public class Clicks {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final int SHOWN_DAYS = 30;

  private static final String CLICKED =
      """
      insert into click (id, tenant_id, address_hash, device_hash, clicked_at)
      values (?, ?, ?, ?, ?)""";

  private static final String VISITOR =
      """
      insert into visitor_day (tenant_id, day, visitor_hash) values (?, ?, ?)
      on conflict do nothing""";

  private static final String COUNT =
      """
      insert into click_day (tenant_id, day, clicks, visitors) values (?, ?, 1, ?)
      on conflict (tenant_id, day) do update
      set clicks = click_day.clicks + 1, visitors = click_day.visitors + excluded.visitors""";

  private static final String TOTAL =
      """
      select coalesce(sum(clicks), 0)::bigint, coalesce(sum(visitors), 0)::bigint
      from click_day where tenant_id = ? and day > ?""";

  private static final String SEEN =
      """
      insert into owner_device (tenant_id, address_hash, device_hash, seen_at)
      values (?, ?, ?, ?)
      on conflict (tenant_id, address_hash, device_hash) do update set seen_at = excluded.seen_at
      where owner_device.seen_at < excluded.seen_at - interval '1 hour'""";

  private final AgroalDataSource database;
  private final Fingerprints fingerprints;
  private final ReferralConfig config;
  private final Clock clock;

  @Inject
  Clicks(AgroalDataSource database, Fingerprints fingerprints, ReferralConfig config, Clock clock) {
    this.database = database;
    this.fingerprints = fingerprints;
    this.config = config;
    this.clock = clock;
  }

  /** Visits of some days. */
  public record Total(long clicks, long visitors) {}

  /** Counts a visit to the link of a business; returns its id. */
  @Transactional
  public UUID clicked(UUID tenantId, Fingerprints.Place place) {
    UUID id = Ids.next();
    Instant now = clock.instant();
    LocalDate day = LocalDate.ofInstant(now, ZONE);
    try (Connection connection = database.getConnection()) {
      try (PreparedStatement insert = connection.prepareStatement(CLICKED)) {
        insert.setObject(1, id);
        insert.setObject(2, tenantId);
        insert.setString(3, place.address());
        insert.setString(4, place.device());
        insert.setObject(5, now.atOffset(ZoneOffset.UTC));
        insert.executeUpdate();
      }
      int fresh;
      try (PreparedStatement insert = connection.prepareStatement(VISITOR)) {
        insert.setObject(1, tenantId);
        insert.setObject(2, day);
        insert.setString(3, fingerprints.visitor(place, day.toString()));
        fresh = insert.executeUpdate();
      }
      try (PreparedStatement count = connection.prepareStatement(COUNT)) {
        count.setObject(1, tenantId);
        count.setObject(2, day);
        count.setLong(3, fresh);
        count.executeUpdate();
      }
      return id;
    } catch (SQLException away) {
      throw ProblemException.unavailable("storage-unavailable", "Please try again.", away);
    }
  }

  /** An owner looks at the own link on this device. */
  @Transactional
  public void ownerSeen(
      UUID tenantId, @Nullable String address, @Nullable String agent, @Nullable String languages) {
    Fingerprints.Place place = fingerprints.place(address, agent, languages);
    try (Connection connection = database.getConnection();
        PreparedStatement upsert = connection.prepareStatement(SEEN)) {
      upsert.setObject(1, tenantId);
      upsert.setString(2, place.address());
      upsert.setString(3, place.device());
      upsert.setObject(4, now());
      upsert.executeUpdate();
    } catch (SQLException away) {
      throw ProblemException.unavailable("storage-unavailable", "Please try again.", away);
    }
  }

  /** Visits of the last 30 days. */
  @Transactional
  public Total ofLastMonth(UUID tenantId) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(TOTAL)) {
      select.setObject(1, tenantId);
      select.setObject(2, LocalDate.ofInstant(clock.instant(), ZONE).minusDays(SHOWN_DAYS));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new Total(row.getLong(1), row.getLong(2));
      }
    } catch (SQLException away) {
      throw ProblemException.unavailable("storage-unavailable", "Please try again.", away);
    }
  }

  /** Deletes what may not be kept any longer. */
  @Transactional
  public void forget() {
    OffsetDateTime oldest = now().minus(config.attribution());
    try (Connection connection = database.getConnection()) {
      delete(connection, "delete from click where clicked_at < ?", oldest);
      delete(connection, "delete from owner_device where seen_at < ?", oldest);
      try (PreparedStatement delete =
          connection.prepareStatement("delete from visitor_day where day < ?")) {
        delete.setObject(1, LocalDate.ofInstant(clock.instant(), ZONE));
        delete.executeUpdate();
      }
    } catch (SQLException away) {
      throw ProblemException.unavailable("storage-unavailable", "Please try again.", away);
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static void delete(Connection connection, String sql, OffsetDateTime before)
      throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setObject(1, before);
      delete.executeUpdate();
    }
  }
}
