package io.dakenh.routing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row a query stands on. A getter without "maybe" expects a value. */
public final class Row {
  private final ResultSet result;

  Row(ResultSet result) {
    this.result = result;
  }

  /** An id. */
  public UUID id(String column) throws SQLException {
    return required(column, maybeId(column));
  }

  /** An id or null. */
  public @Nullable UUID maybeId(String column) throws SQLException {
    return result.getObject(column, UUID.class);
  }

  /** A text. */
  public String text(String column) throws SQLException {
    return required(column, maybeText(column));
  }

  /** A text or null. */
  public @Nullable String maybeText(String column) throws SQLException {
    return result.getString(column);
  }

  /** A moment. */
  public Instant instant(String column) throws SQLException {
    return required(column, maybeInstant(column));
  }

  /** A moment or null. */
  public @Nullable Instant maybeInstant(String column) throws SQLException {
    OffsetDateTime value = result.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  /** A number, 0 for null. */
  public int integer(String column) throws SQLException {
    return result.getInt(column);
  }

  /** A number or null. */
  public @Nullable Integer maybeInteger(String column) throws SQLException {
    return result.getObject(column, Integer.class);
  }

  /** A number, 0 for null. */
  public long number(String column) throws SQLException {
    return result.getLong(column);
  }

  /** A truth value, false for null. */
  public boolean flag(String column) throws SQLException {
    return result.getBoolean(column);
  }

  private static <T> T required(String column, @Nullable T value) throws SQLException {
    if (value == null) {
      throw new SQLException("column " + column + " is null", "22004");
    }
    return value;
  }
}
