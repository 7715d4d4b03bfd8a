package io.dakenh.platform.relational.inbox;

import io.agroal.api.AgroalDataSource;
import io.dakenh.platform.event.InboxTransaction;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Remembers applied events in the table {@code inbox}, in the transaction that applies them. */
@ApplicationScoped
class RelationalInbox implements InboxTransaction {
  private static final String REMEMBER =
      """
      insert into inbox (consumer, event_id)
      select ?, id from unnest(?::uuid[]) as id
      on conflict do nothing returning event_id""";

  private final AgroalDataSource database;

  @Inject
  RelationalInbox(AgroalDataSource database) {
    this.database = database;
  }

  @Override
  public void apply(String consumer, Collection<UUID> eventIds, Consumer<Set<UUID>> work) {
    QuarkusTransaction.requiringNew()
        .run(() -> work.accept(eventIds.isEmpty() ? Set.of() : remember(consumer, eventIds)));
  }

  @Override
  public boolean isTransient(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientException || cause instanceof SQLRecoverableException) {
        return true;
      }
      if (cause instanceof SQLException sql && isTransient(sql)) {
        return true;
      }
    }
    return false;
  }

  /**
   * SQLSTATE classes: 08 connection, 40 rollback, 53 resources, 55P03 lock, 57 operator
   * intervention, 58 system.
   */
  private static boolean isTransient(SQLException failure) {
    String state = failure.getSQLState();
    if (state == null) {
      // Agroal's acquisition time-outs carry no state.
      return true;
    }
    return state.startsWith("08")
        || state.startsWith("40")
        || state.startsWith("53")
        || state.equals("55P03")
        || state.startsWith("57")
        || state.startsWith("58");
  }

  private Set<UUID> remember(String consumer, Collection<UUID> eventIds) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(REMEMBER)) {
      Array ids = connection.createArrayOf("uuid", eventIds.toArray());
      insert.setString(1, consumer);
      insert.setArray(2, ids);
      Set<UUID> fresh = new HashSet<>();
      try (ResultSet rows = insert.executeQuery()) {
        while (rows.next()) {
          fresh.add(rows.getObject(1, UUID.class));
        }
      }
      return fresh;
    } catch (SQLException failed) {
      throw new InboxStoreException(failed);
    }
  }

  private static final class InboxStoreException extends RuntimeException {
    InboxStoreException(SQLException cause) {
      super("cannot write to the inbox", cause);
    }
  }
}
