package io.dakenh.platform.relational.outbox;

import io.agroal.api.AgroalDataSource;
import io.dakenh.contracts.event.EventType;
import io.dakenh.platform.event.EventJson;
import io.dakenh.platform.event.OutgoingEvent;
import io.dakenh.platform.event.Traces;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Remembers events in the current transaction; the {@link OutboxRelay} sends them right after the
 * commit.
 *
 * <p>Fails outside of a transaction: an event without the change it tells of would be a lie.
 */
@ApplicationScoped
public class Outbox {
  private static final String INSERT =
      """
      insert into outbox (event_id, type, topic, message_key, tenant_id, occurred_at, payload, trace_parent, causation_id)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private final AgroalDataSource database;
  private final TransactionManager transactions;
  private final OutboxRelay relay;
  private final Clock clock;

  @Inject
  Outbox(
      AgroalDataSource database, TransactionManager transactions, OutboxRelay relay, Clock clock) {
    this.database = database;
    this.transactions = transactions;
    this.relay = relay;
    this.clock = clock;
  }

  /** Adds one event. */
  public <T extends Record> UUID add(EventType<T> type, UUID key, UUID tenantId, T payload) {
    return add(type, key, tenantId, payload, null);
  }

  /**
   * Adds one event caused by another.
   *
   * @param key id of the aggregate; events with the same key keep their order
   * @return the event's id
   */
  public <T extends Record> UUID add(
      EventType<T> type, UUID key, UUID tenantId, T payload, @Nullable UUID causationId) {
    OutgoingEvent event =
        new OutgoingEvent(
            Ids.next(),
            type.name(),
            type.topic().topicName(),
            key.toString(),
            tenantId,
            Instant.now(clock),
            EventJson.write(payload),
            Traces.current(),
            causationId);
    addAll(List.of(event));
    return event.id();
  }

  /** Adds several events with one round trip. */
  public void addAll(List<OutgoingEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    wakeAfterCommit();
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (OutgoingEvent event : events) {
        insert.setObject(1, event.id());
        insert.setString(2, event.type());
        insert.setString(3, event.topic());
        insert.setString(4, event.key());
        insert.setObject(5, event.tenantId());
        insert.setObject(6, event.occurredAt().atOffset(ZoneOffset.UTC));
        insert.setString(7, event.payload());
        insert.setString(8, event.traceParent());
        insert.setObject(9, event.causationId());
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException failed) {
      throw new IllegalStateException("cannot write to the outbox", failed);
    }
  }

  private void wakeAfterCommit() {
    try {
      if (transactions.getStatus() != Status.STATUS_ACTIVE) {
        throw new IllegalStateException("an event needs the transaction of the change it tells of");
      }
      transactions
          .getTransaction()
          .registerSynchronization(
              new Synchronization() {
                @Override
                public void beforeCompletion() {
                  // Nothing to do before the commit.
                }

                @Override
                public void afterCompletion(int status) {
                  if (status == Status.STATUS_COMMITTED) {
                    relay.wake();
                  }
                }
              });
    } catch (RollbackException | SystemException failed) {
      throw new IllegalStateException("cannot join the transaction", failed);
    }
  }
}
