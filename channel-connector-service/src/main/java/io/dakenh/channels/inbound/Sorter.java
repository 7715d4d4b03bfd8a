package io.dakenh.channels.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dakenh.channels.channel.Accounts;
import io.dakenh.channels.channel.Accounts.Account;
import io.dakenh.channels.db.Sql;
import io.dakenh.channels.event.EventReader;
import io.dakenh.channels.event.Incoming;
import io.dakenh.channels.provider.Kind;
import io.dakenh.channels.thread.Threads;
import io.dakenh.channels.work.Lane;
import io.dakenh.channels.work.WorkQueue;
import io.dakenh.platform.event.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Sorts deliveries into their threads, in the order they were stored. One replica sorts at a time:
 * it is little work, and order is worth more. What nobody has linked is dropped here.
 */
@ApplicationScoped
class Sorter {
  private static final Logger LOG = Logger.getLogger(Sorter.class);
  private static final int BATCH = 100;

  /** Any number no other lock of this database uses. */
  private static final long LOCK = 0x6461_6b65_6e68_0001L;

  private final Sql sql;
  private final Accounts accounts;
  private final Threads threads;
  private final WorkQueue queue;
  private final Clock clock;
  private final ObjectMapper json = new ObjectMapper();
  private final Map<Kind, EventReader> readers = new EnumMap<>(Kind.class);

  @Inject
  Sorter(
      Sql sql,
      Accounts accounts,
      Threads threads,
      WorkQueue queue,
      Clock clock,
      Instance<EventReader> readers) {
    this.sql = sql;
    this.accounts = accounts;
    this.threads = threads;
    this.queue = queue;
    this.clock = clock;
    readers.forEach(reader -> this.readers.put(reader.kind(), reader));
  }

  private record Delivery(long position, Kind kind, byte[] body, Instant receivedAt) {}

  /** Sorts the next deliveries; says whether there may be more. */
  boolean sort() {
    return sort(BATCH);
  }

  /** Sorts at most so many. */
  @Transactional
  boolean sort(int most) {
    boolean alone =
        sql.one("select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), LOCK)
            .orElse(false);
    if (!alone) {
      return false;
    }
    List<Delivery> deliveries =
        sql.list(
            """
            select position, kind, body, received_at from webhook_delivery
            order by position limit ?""",
            row ->
                new Delivery(
                    row.getLong("position"),
                    Kind.of(row.getString("kind")),
                    row.getBytes("body"),
                    Sql.time(row, "received_at")),
            most);
    if (deliveries.isEmpty()) {
      return false;
    }
    Map<String, Optional<Account>> known = new HashMap<>();
    for (Delivery delivery : deliveries) {
      for (Incoming event : events(delivery)) {
        known
            .computeIfAbsent(
                delivery.kind() + event.account(),
                key -> accounts.linked(delivery.kind(), event.account()))
            .ifPresent(account -> add(account, event, delivery.receivedAt()));
      }
    }
    known.values().forEach(account -> account.ifPresent(this::heard));
    sql.update(
        "delete from webhook_delivery where position = any (?)", (Object) positions(deliveries));
    return deliveries.size() == most;
  }

  /** Gives the first delivery up: it cannot be sorted, and would keep all others from it. */
  @Transactional
  void discardFirst() {
    sql.list(
            """
            delete from webhook_delivery where position =
              (select min(position) from webhook_delivery) returning position, kind""",
            row -> row.getString("kind") + " delivery " + row.getLong("position"))
        .forEach(what -> LOG.errorf("a %s could not be sorted and was given up", what));
  }

  private List<Incoming> events(Delivery delivery) {
    try {
      JsonNode body = json.readTree(delivery.body());
      return body == null ? List.of() : readers.get(delivery.kind()).read(body);
    } catch (IOException | StackOverflowError unreadable) {
      LOG.warnf("a %s delivery is no JSON we can read", delivery.kind().code());
      return List.of();
    }
  }

  private void add(Account account, Incoming event, Instant receivedAt) {
    UUID thread = threads.of(account.tenantId(), account.id(), event);
    int added =
        sql.update(
            """
            insert into inbound_event (channel_id, thread_id, dedupe_key, event, received_at)
            values (?, ?, ?, ?::jsonb, ?) on conflict (channel_id, dedupe_key) do nothing""",
            account.id(),
            thread,
            event.dedupeKey(),
            EventJson.write(event),
            receivedAt);
    if (added == 1) {
      queue.add(thread, Lane.IN);
    }
  }

  private void heard(Account account) {
    accounts.heard(account.id(), clock.instant());
  }

  private static Long[] positions(List<Delivery> deliveries) {
    return deliveries.stream().map(Delivery::position).toArray(Long[]::new);
  }
}
