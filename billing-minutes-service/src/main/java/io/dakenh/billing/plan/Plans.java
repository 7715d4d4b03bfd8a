package io.dakenh.billing.plan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads plans. */
public final class Plans {
  /** Columns of a plan whose table is called {@code p}, as {@link #read} takes them. */
  public static final String COLUMNS =
      "p.code, p.name, p.monthly_seconds, p.increment_seconds, p.exhausted_policy, p.version";

  private static final String FIND = "select " + COLUMNS + " from plan p where p.code = ?";

  private static final String ALL =
      "select " + COLUMNS + " from plan p order by p.monthly_seconds, p.code";

  private static final String ADD =
      """
      insert into plan (code, name, monthly_seconds, increment_seconds, exhausted_policy)
      values (?, ?, ?, ?, ?) on conflict (code) do nothing""";

  private static final String CHANGE =
      """
      update plan set name = ?, monthly_seconds = ?, increment_seconds = ?, exhausted_policy = ?,
        version = version + 1
      where code = ? and version = ?""";

  private Plans() {}

  /** The plan of that code. */
  public static Optional<Plan> find(Connection connection, String code) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setString(1, code);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(read(row, 1)) : Optional.empty();
      }
    }
  }

  /** The plan in {@link #COLUMNS}, of which the first is at that place. */
  public static Plan read(ResultSet row, int first) throws SQLException {
    return new Plan(
        row.getString(first),
        row.getString(first + 1),
        row.getLong(first + 2),
        row.getInt(first + 3),
        ExhaustedPolicy.of(row.getString(first + 4)),
        row.getLong(first + 5));
  }

  /** The plan new businesses start with; a wrong setting is named. */
  public static Plan trial(Connection connection, String code) throws SQLException {
    return find(connection, code)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "dakenh.billing.trial-plan: there is no plan \"" + code + "\""));
  }

  /** All plans, smallest first. */
  public static List<Plan> all(Connection connection) throws SQLException {
    List<Plan> plans = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(ALL);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        plans.add(read(rows, 1));
      }
    }
    return plans;
  }

  /** Adds a plan; false when there is one of that code. */
  public static boolean add(Connection connection, Plan plan) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ADD)) {
      insert.setString(1, plan.code());
      insert.setString(2, plan.name());
      insert.setLong(3, plan.monthlySeconds());
      insert.setInt(4, plan.incrementSeconds());
      insert.setString(5, plan.exhausted().code());
      return insert.executeUpdate() == 1;
    }
  }

  /**
   * Changes a plan that still has the version before; what was granted stays granted, the new
   * values count from the next month or change of plan on, increment and policy at once.
   */
  public static boolean change(Connection connection, Plan plan) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(CHANGE)) {
      update.setString(1, plan.name());
      update.setLong(2, plan.monthlySeconds());
      update.setInt(3, plan.incrementSeconds());
      update.setString(4, plan.exhausted().code());
      update.setString(5, plan.code());
      update.setLong(6, plan.version());
      return update.executeUpdate() == 1;
    }
  }
}
