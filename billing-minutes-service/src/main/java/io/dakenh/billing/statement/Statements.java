package io.dakenh.billing.statement;

import io.agroal.api.AgroalDataSource;
import io.dakenh.billing.entitlement.BillingMonth;
import io.dakenh.billing.ledger.TenantWall;
import io.dakenh.billing.statement.Statement.CallCounts;
import io.dakenh.billing.statement.Statement.Day;
import io.dakenh.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes statements. */
@ApplicationScoped
class Statements {
  private static final String MONTHS =
      "select month from month_usage where tenant_id = ? order by month desc limit ?";

  private static final String MONTH =
      """
      select u.closed, u.plan_code, p.name, u.granted_seconds, u.overdraft_seconds,
        u.bonus_spent_seconds
      from month_usage u join plan p on p.code = u.plan_code
      where u.tenant_id = ? and u.month = ?""";

  /** Per cause and account: what the month's movements did to it. */
  private static final String MOVED =
      """
      select a.kind, t.cause, sum(e.seconds)::bigint
      from ledger_transfer t
      join ledger_entry e on e.transfer_id = t.id
      join ledger_account a on a.id = e.account_id
      where t.tenant_id = ? and t.month = ?
      group by a.kind, t.cause""";

  private static final String DAYS =
      """
      select to_char(c.started_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as day,
        coalesce(sum(c.charged_seconds) filter (where c.media = 'audio'), 0)::bigint,
        coalesce(sum(c.charged_seconds) filter (where c.media = 'video'), 0)::bigint,
        count(*) filter (where c.joined_at is not null),
        count(*) filter (where c.state = 'ended' and c.joined_at is null)
      from call_record c
      where c.tenant_id = ? and c.started_at >= ? and c.started_at < ?
      group by day order by day""";

  private static final int MOST_MONTHS = 36;

  private final AgroalDataSource database;

  @Inject
  Statements(AgroalDataSource database) {
    this.database = database;
  }

  /** Months the tenant has, newest first. */
  @Transactional
  List<String> months(UUID tenantId) {
    try (Connection connection = database.getConnection()) {
      TenantWall.openFor(connection, tenantId);
      List<String> months = new ArrayList<>();
      try (PreparedStatement select = connection.prepareStatement(MONTHS)) {
        select.setObject(1, tenantId);
        select.setInt(2, MOST_MONTHS);
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            months.add(rows.getString(1));
          }
        }
      }
      return months;
    } catch (SQLException away) {
      throw ProblemException.unavailable("storage-unavailable", "Please try again.", away);
    }
  }

  /**
   * The statement of a month.
   *
   * @throws ProblemException {@code statement-not-found} when the tenant has no such month
   */
  @Transactional
  Statement of(UUID tenantId, YearMonth month) {
    try (Connection connection = database.getConnection()) {
      TenantWall.openFor(connection, tenantId);
      Moved moved = moved(connection, tenantId, month);
      List<Day> days = days(connection, tenantId, month);
      try (PreparedStatement select = connection.prepareStatement(MONTH)) {
        select.setObject(1, tenantId);
        select.setString(2, month.toString());
        try (ResultSet row = select.executeQuery()) {
          if (!row.next()) {
            throw ProblemException.notFound("statement");
          }
          return statement(row, month, moved, days);
        }
      }
    } catch (SQLException away) {
      throw ProblemException.unavailable("storage-unavailable", "Please try again.", away);
    }
  }

  private static Statement statement(ResultSet row, YearMonth month, Moved moved, List<Day> days)
      throws SQLException {
    boolean closed = row.getBoolean(1);
    long used = moved.all("used");
    long bonus = row.getLong(6);
    long overdraft = closed ? row.getLong(5) : -moved.all("overdraft");
    return new Statement(
        month.toString(),
        closed,
        row.getString(2),
        row.getString(3),
        BillingMonth.begin(month),
        BillingMonth.end(month),
        row.getLong(4),
        used,
        used - bonus - overdraft,
        bonus,
        overdraft,
        -moved.of("monthly", "monthly-reset"),
        moved.of("bonus", "referral-reward"),
        moved.of("monthly", "correction") + moved.of("bonus", "correction"),
        counts(days),
        days);
  }

  private static CallCounts counts(List<Day> days) {
    long answered = days.stream().mapToLong(Day::answered).sum();
    long missed = days.stream().mapToLong(Day::missed).sum();
    return new CallCounts(
        answered + missed,
        answered,
        missed,
        days.stream().mapToLong(Day::audioSeconds).sum(),
        days.stream().mapToLong(Day::videoSeconds).sum());
  }

  private static Moved moved(Connection connection, UUID tenantId, YearMonth month)
      throws SQLException {
    Map<String, Map<String, Long>> sums = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(MOVED)) {
      select.setObject(1, tenantId);
      select.setString(2, month.toString());
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          sums.computeIfAbsent(rows.getString(1), kind -> new HashMap<>())
              .put(rows.getString(2), rows.getLong(3));
        }
      }
    }
    return new Moved(sums);
  }

  private static List<Day> days(Connection connection, UUID tenantId, YearMonth month)
      throws SQLException {
    List<Day> days = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(DAYS)) {
      select.setObject(1, tenantId);
      select.setObject(2, BillingMonth.begin(month).atOffset(ZoneOffset.UTC));
      select.setObject(3, BillingMonth.end(month).atOffset(ZoneOffset.UTC));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          days.add(
              new Day(
                  rows.getString(1),
                  rows.getLong(2),
                  rows.getLong(3),
                  rows.getLong(4),
                  rows.getLong(5)));
        }
      }
    }
    return days;
  }

  /** Sums of entries by account and cause. */
  private record Moved(Map<String, Map<String, Long>> sums) {
    long of(String account, String cause) {
      return sums.getOrDefault(account, Map.of()).getOrDefault(cause, 0L);
    }

    long all(String account) {
      return sums.getOrDefault(account, Map.of()).values().stream()
          .mapToLong(Long::longValue)
          .sum();
    }
  }
}
