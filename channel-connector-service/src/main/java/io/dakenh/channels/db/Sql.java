package io.dakenh.channels.db;

import io.agroal.api.AgroalDataSource;
import io.dakenh.channels.Storage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs statements on the connection of the current transaction, if there is one. */
@ApplicationScoped
public class Sql {
  private final AgroalDataSource database;

  @Inject
  Sql(AgroalDataSource database) {
    this.database = database;
  }

  /** Reads one row. */
  @FunctionalInterface
  public interface Reader<T> {
    /** What the row says. */
    T read(ResultSet row) throws SQLException;
  }

  /** All rows. */
  public <T> List<T> list(String sql, Reader<T> reader, @Nullable Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(connection, statement, values);
      try (ResultSet rows = statement.executeQuery()) {
        List<T> all = new ArrayList<>();
        while (rows.next()) {
          all.add(reader.read(rows));
        }
        return all;
      }
    } catch (SQLException failed) {
      throw Storage.failed(failed);
    }
  }

  /** The first row, if any. */
  public <T> Optional<T> one(String sql, Reader<T> reader, @Nullable Object... values) {
    return list(sql, reader, values).stream().findFirst();
  }

  /** Changes rows; says how many. */
  public int update(String sql, @Nullable Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(connection, statement, values);
      return statement.executeUpdate();
    } catch (SQLException failed) {
      throw Storage.failed(failed);
    }
  }

  /** A time of a row. */
  public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  /** A time of a row that has one. */
  public static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** An id of a row. */
  public static UUID id(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  private static void bind(
      Connection connection, PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, bound(connection, values[i]));
    }
  }

  private static @Nullable Object bound(Connection connection, @Nullable Object value)
      throws SQLException {
    return switch (value) {
      case Instant instant -> instant.atOffset(ZoneOffset.UTC);
      case String[] texts -> connection.createArrayOf("text", texts);
      case Long[] numbers -> connection.createArrayOf("bigint", numbers);
      case Collection<?> ids -> connection.createArrayOf("uuid", ids.toArray());
      case null -> null;
      default -> value;
    };
  }
}
