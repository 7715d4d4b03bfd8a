package io.dakenh.platform.relational.inbox;

import io.agroal.api.AgroalDataSource;
import io.dakenh.platform.event.InboxTransaction;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Remembers applied events in the table {@code inbox}, in the transaction that applies them. */
@ApplicationScoped
class RelationalInbox implements InboxTransaction {
  private static final String REMEMBER =
      """
      insert into inbox (consumer, event_id)
      select ?, e.id from unnest(?::uuid[], ?::uuid[]) as e (id, tenant_id)
      where not exists (select from tenant_erasure t where t.tenant_id = e.tenant_id)
      on conflict do nothing returning event_id""";

  private static final String ERASED =
      "select tenant_id from tenant_erasure where tenant_id = any (?)";

  private final AgroalDataSource database;

  @Inject
  RelationalInbox(AgroalDataSource database) {
    this.database = database;
  }

  @Override
  public void apply(String consumer, Map<UUID, UUID> events, Consumer<Set<UUID>> work) {
    QuarkusTransaction.requiringNew()
        .run(() -> work.accept(events.isEmpty() ? Set.of() : remember(consumer, events)));
  }

  @Override
  public Set<UUID> erased(Set<UUID> tenantIds) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(ERASED)) {
      select.setArray(1, connection.createArrayOf("uuid", tenantIds.toArray()));
      return ids(select);
    } catch (SQLException failed) {
      throw new InboxStoreException("cannot ask which businesses were erased", failed);
    }
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

  private Set<UUID> remember(String consumer, Map<UUID, UUID> events) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(REMEMBER)) {
      insert.setString(1, consumer);
      insert.setArray(2, connection.createArrayOf("uuid", events.keySet().toArray()));
      insert.setArray(3, connection.createArrayOf("uuid", events.values().toArray()));
      return ids(insert);
    } catch (SQLException failed) {
      throw new InboxStoreException("cannot write to the inbox", failed);
    }
  }

  private static Set<UUID> ids(PreparedStatement statement) throws SQLException {
    Set<UUID> ids = new HashSet<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        ids.add(rows.getObject(1, UUID.class));
      }
    }
    return ids;
  }

  private static final class InboxStoreException extends RuntimeException {
    InboxStoreException(String what, SQLException cause) {
      super(what, cause);
    }
  }
}
