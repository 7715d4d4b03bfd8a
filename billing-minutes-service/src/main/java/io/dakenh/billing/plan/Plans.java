package io.dakenh.billing.plan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Reads plans. */
public final class Plans {
  private static final String FIND = "select code, name, monthly_seconds from plan where code = ?";

  private Plans() {}

  /** The plan of that code. */
  public static Optional<Plan> find(Connection connection, String code) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setString(1, code);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Plan(row.getString(1), row.getString(2), row.getLong(3)))
            : Optional.empty();
      }
    }
  }

  /** The plan new businesses start with; a wrong setting is named. */
  public static Plan trial(Connection connection, String code) throws SQLException {
    return find(connection, code)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "dakenh.billing.trial-plan: there is no plan \"" + code + "\""));
  }
}
