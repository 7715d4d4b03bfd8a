package io.dakenh.livetalk.store;

import io.agroal.api.AgroalDataSource;
import io.dakenh.platform.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Statements and transactions on the service's database. A database that is away becomes {@code
 * storage-unavailable}, which callers may try again.
 */
@ApplicationScoped
public class Database {
  private final AgroalDataSource pool;
  private final TransactionSynchronizationRegistry transactions;

  @Inject
  Database(AgroalDataSource pool, TransactionSynchronizationRegistry transactions) {
    this.pool = pool;
    this.transactions = transactions;
  }

  /** All rows of a query. */
  public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... values) {
    return run(
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, values);
              ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
              found.add(reader.read(rows));
            }
            return found;
          }
        });
  }

  /** The first row of a query. */
  public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... values) {
    List<T> found = list(sql, reader, values);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
  }

  /** Changes rows and says how many. */
  public int update(String sql, @Nullable Object... values) {
    return run(
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
          }
        });
  }

  /** Runs one statement for many rows in one round trip. */
  public void updateEach(String sql, List<@Nullable Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    run(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] values : rows) {
              bind(connection, statement, values);
              statement.addBatch();
            }
            return statement.executeBatch();
          }
        });
  }

  /**
   * Runs the work in a transaction of its own. Work that met a lost connection runs once more, so
   * it must be safe to repeat: the first attempt may have been committed.
   */
  public <T> T inTransaction(Supplier<T> work) {
    try {
      return transaction(work);
    } catch (LostConnection stale) {
      try {
        return transaction(work);
      } catch (LostConnection away) {
        throw unavailable(away);
      }
    }
  }

  private <T> T transaction(Supplier<T> work) {
    try {
      return QuarkusTransaction.requiringNew().call(work::get);
    } catch (QuarkusTransactionException failed) {
      throw unavailable(failed);
    }
  }

  /**
   * Runs the action once the current transaction is committed, and never when it is rolled back.
   */
  public void afterCommit(Runnable action) {
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // Nothing to do before the commit.
          }

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              action.run();
            }
          }
        });
  }

  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Outside of a transaction a statement that met a lost connection is tried once more. */
  private <T> T run(Work<T> work) {
    try {
      return once(work);
    } catch (LostConnection stale) {
      if (transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
        throw stale;
      }
      try {
        return once(work);
      } catch (LostConnection away) {
        throw unavailable(away);
      }
    }
  }

  private <T> T once(Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      return work.on(connection);
    } catch (SQLException failed) {
      throw problem(failed);
    }
  }

  private RuntimeException problem(SQLException failed) {
    if (SqlStates.connectionLost(failed)) {
      pool.flush(AgroalDataSource.FlushMode.IDLE);
      return new LostConnection(failed);
    }
    if (SqlStates.passing(failed)) {
      return unavailable(failed);
    }
    return new IllegalStateException("statement failed", failed);
  }

  private static ProblemException unavailable(Throwable cause) {
    return ProblemException.unavailable(
        "storage-unavailable", "This cannot be stored right now. Please try again.", cause);
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      bind(connection, statement, values);
      return statement;
    } catch (SQLException failed) {
      statement.close();
      throw failed;
    }
  }

  private static void bind(
      Connection connection, PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      bind(connection, statement, i + 1, values[i]);
    }
  }

  private static void bind(
      Connection connection, PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(index, Types.NULL);
      case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
      case UUID[] ids -> statement.setArray(index, connection.createArrayOf("uuid", ids));
      case String[] texts -> statement.setArray(index, connection.createArrayOf("text", texts));
      case Long[] numbers -> statement.setArray(index, connection.createArrayOf("bigint", numbers));
      default -> statement.setObject(index, value);
    }
  }
}
