package io.dakenh.livetalk.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.relational.timer.Alarm;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of what endpoints are told; also the log their owners read. */
@ApplicationScoped
class Deliveries {
  /** What waits for one endpoint at most; what comes beyond it is in the log as failed. */
  static final int MOST_WAITING = 10_000;

  private static final UUID LAST = new UUID(-1, -1);

  private final Database database;
  private final ObjectMapper json;
  private final Alarm alarm;
  private final Clock clock;

  @Inject
  Deliveries(
      Database database,
      ObjectMapper json,
      TransactionSynchronizationRegistry transactions,
      Clock clock) {
    this.database = database;
    this.json = json;
    this.alarm = new Alarm(transactions);
    this.clock = clock;
  }

  Alarm bell() {
    return alarm;
  }

  /** For each endpoint that wants it and was there when it happened, once; needs a transaction. */
  void add(Happening happening) {
    List<UUID> endpoints =
        database.list(
            "select id from webhook_endpoint where tenant_id = ? and state = 'active' and ? = any (events)"
                + " and created_at <= ? order by id",
            row -> row.getObject(1, UUID.class),
            happening.tenantId(),
            happening.type(),
            happening.occurredAt());
    endpoints.forEach(endpointId -> add(endpointId, happening));
  }

  /** For one endpoint; needs a transaction. */
  UUID add(UUID endpointId, Happening happening) {
    UUID id = Ids.next();
    Instant now = now();
    int added =
        database.update(
            """
            insert into webhook_delivery (id, tenant_id, endpoint_id, event_id, type, occurred_at, data, conversation_id, sequence,
              visitor_id, due_at, created_at, state, failure)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?::bigint, ?, ?, ?, case when full_up then 'failed' else 'waiting' end,
              case when full_up then 'backlog-full' end
            from (select exists (select 1 from webhook_delivery w where w.endpoint_id = ? and w.state = 'waiting' offset ?) as full_up) b
            on conflict (endpoint_id, event_id) do nothing""",
            id,
            happening.tenantId(),
            endpointId,
            happening.eventId(),
            happening.type(),
            happening.occurredAt(),
            write(happening.data()),
            happening.conversationId(),
            happening.sequence(),
            happening.visitorId(),
            now,
            now,
            endpointId,
            MOST_WAITING - 1);
    if (added > 0) {
      due(happening.tenantId(), endpointId);
    }
    return id;
  }

  /** The generation tells a worker who is at it that more came. */
  private void due(UUID tenantId, UUID endpointId) {
    database.update(
        """
        update webhook_endpoint set next_due = least(next_due, clock_timestamp()), generation = generation + 1
        where tenant_id = ? and id = ?""",
        tenantId,
        endpointId);
    alarm.ringAfterCommit();
  }

  /** What of the log is wanted. */
  record Filter(@Nullable String state, @Nullable String type) {}

  /** Newest first; only of an endpoint that is the business's. */
  List<Delivery> log(
      UUID tenantId, UUID endpointId, Filter filter, @Nullable UUID before, int most) {
    return database.list(
        "select "
            + Delivery.COLUMNS
            + " from webhook_delivery where tenant_id = ? and endpoint_id = ? and id < ?"
            + " and (?::text is null or state = ?) and (?::text is null or type = ?) order by id desc limit ?",
        Delivery::read,
        tenantId,
        endpointId,
        before == null ? LAST : before,
        filter.state(),
        filter.state(),
        filter.type(),
        filter.type(),
        most);
  }

  Delivery require(UUID tenantId, UUID endpointId, UUID id) {
    return database
        .first(
            "select "
                + Delivery.COLUMNS
                + " from webhook_delivery where tenant_id = ? and endpoint_id = ? and id = ?",
            Delivery::read,
            tenantId,
            endpointId,
            id)
        .orElseThrow(() -> ProblemException.notFound("webhook-delivery"));
  }

  /** Sends one again, whatever became of it; the receiver knows it by the same id. */
  Delivery replay(Endpoint endpoint, UUID id) {
    require(endpoint.tenantId(), endpoint.id(), id);
    if (!endpoint.active()) {
      throw ProblemException.conflict(
          "webhook-not-active", "Switch the webhook on first; nothing is sent while it is off.");
    }
    return database.inTransaction(
        () -> {
          int again =
              database.update(
                  """
                  update webhook_delivery set state = 'waiting', attempts = 0, due_at = clock_timestamp()
                  where tenant_id = ? and endpoint_id = ? and id = ? and state <> 'waiting'""",
                  endpoint.tenantId(),
                  endpoint.id(),
                  id);
          if (again == 0) {
            throw ProblemException.conflict(
                "webhook-delivery-waiting", "This one is still being tried.");
          }
          database.update(
              "update webhook_endpoint set hold_until = null where tenant_id = ? and id = ?",
              endpoint.tenantId(),
              endpoint.id());
          due(endpoint.tenantId(), endpoint.id());
          return require(endpoint.tenantId(), endpoint.id(), id);
        });
  }

  /** Nothing of what waits is tried any more; needs a transaction. */
  void giveUpAll(UUID tenantId, UUID endpointId, String failure) {
    database.update(
        "update webhook_delivery set state = 'failed', failure = ? where tenant_id = ? and endpoint_id = ? and state = 'waiting'",
        failure,
        tenantId,
        endpointId);
    database.update(
        "update webhook_endpoint set next_due = null where tenant_id = ? and id = ?",
        tenantId,
        endpointId);
  }

  /** The one that is due longest. */
  Optional<Delivery> next(Endpoint endpoint) {
    return database.first(
        "select "
            + Delivery.COLUMNS
            + " from webhook_delivery where tenant_id = ? and endpoint_id = ? and state = 'waiting'"
            + " and due_at <= clock_timestamp() order by due_at, id limit 1",
        Delivery::read,
        endpoint.tenantId(),
        endpoint.id());
  }

  /** Some that are older than logs are kept; how many went. */
  int forget(Instant before, int most) {
    return database.update(
        "delete from webhook_delivery where id in (select id from webhook_delivery where created_at < ? order by created_at limit ?)",
        before,
        most);
  }

  private String write(Map<String, Object> data) {
    try {
      return json.writeValueAsString(data);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("ids and times cannot be written", impossible);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
