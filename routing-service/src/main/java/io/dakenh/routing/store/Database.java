package io.dakenh.routing.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs SQL in the current transaction. Arguments may be ids, texts, numbers, truth values,
 * instants, null, and collections of ids, which become arrays.
 */
@ApplicationScoped
public class Database {
  private final AgroalDataSource source;

  @Inject
  Database(AgroalDataSource source) {
    this.source = source;
  }

  /** Makes a value of a row. */
  @FunctionalInterface
  public interface Mapper<T> {
    /** The value; called once per row. */
    T map(Row row) throws SQLException;
  }

  /** All rows of a query. */
  public <T> List<T> query(String sql, Mapper<T> mapper, @Nullable Object... arguments) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(connection, statement, arguments);
      List<T> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        Row row = new Row(result);
        while (result.next()) {
          rows.add(mapper.map(row));
        }
      }
      return rows;
    } catch (SQLException failed) {
      throw new StoreException(failed);
    }
  }

  /** The first row of a query, if any. */
  public <T> Optional<T> first(String sql, Mapper<T> mapper, @Nullable Object... arguments) {
    return query(sql, mapper, arguments).stream().findFirst();
  }

  /** Runs a statement and tells how many rows it touched. */
  public int update(String sql, @Nullable Object... arguments) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(connection, statement, arguments);
      return statement.executeUpdate();
    } catch (SQLException failed) {
      throw new StoreException(failed);
    }
  }

  /** Runs one statement for many rows in one round trip; tells how many rows each touched. */
  public int[] batch(String sql, List<@Nullable Object[]> rows) {
    if (rows.isEmpty()) {
      return new int[0];
    }
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (@Nullable Object[] row : rows) {
        bind(connection, statement, row);
        statement.addBatch();
      }
      return statement.executeBatch();
    } catch (SQLException failed) {
      throw new StoreException(failed);
    }
  }

  private static void bind(
      Connection connection, PreparedStatement statement, @Nullable Object[] arguments)
      throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      Object bound =
          switch (arguments[i]) {
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Collection<?> ids -> connection.createArrayOf("uuid", ids.toArray());
            case null -> null;
            case Object value -> value;
          };
      statement.setObject(i + 1, bound);
    }
  }
}
