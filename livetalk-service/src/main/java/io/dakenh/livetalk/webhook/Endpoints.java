package io.dakenh.livetalk.webhook;

import io.dakenh.livetalk.audit.Audit;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.time.Ids;
import io.dakenh.platform.web.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Endpoints of businesses; every change is in the audit log. */
@ApplicationScoped
class Endpoints {
  /** How many a business may have. */
  static final int MOST = 10;

  /** How long a former secret goes on signing beside the new one. */
  static final Duration FORMER_SIGNS = Duration.ofHours(24);

  private final Database database;
  private final Targets targets;
  private final Deliveries deliveries;
  private final Audit audit;
  private final Clock clock;

  @Inject
  Endpoints(Database database, Targets targets, Deliveries deliveries, Audit audit, Clock clock) {
    this.database = database;
    this.targets = targets;
    this.deliveries = deliveries;
    this.audit = audit;
    this.clock = clock;
  }

  /** Which of the businesses have an endpoint that is told things. */
  Set<UUID> listening(UUID[] tenantIds) {
    return new HashSet<>(
        database.list(
            "select distinct tenant_id from webhook_endpoint where tenant_id = any (?) and state = 'active'",
            row -> row.getObject(1, UUID.class),
            (Object) tenantIds));
  }

  List<Endpoint> all(UUID tenantId) {
    return database.list(
        "select " + Endpoint.COLUMNS + " from webhook_endpoint where tenant_id = ? order by id",
        Endpoint::read,
        tenantId);
  }

  Endpoint require(UUID tenantId, UUID id) {
    return database
        .first(
            "select " + Endpoint.COLUMNS + " from webhook_endpoint where tenant_id = ? and id = ?",
            Endpoint::read,
            tenantId,
            id)
        .orElseThrow(() -> ProblemException.notFound("webhook"));
  }

  Endpoint create(UUID tenantId, @Nullable EndpointBody body, UUID actorId) {
    EndpointBody checked = targets.check(body);
    UUID id = Ids.next();
    return database.inTransaction(
        () -> {
          // Two requests at once must not both find room.
          database.first(
              "select pg_advisory_xact_lock(hashtextextended(?, 0))",
              row -> Boolean.TRUE,
              "webhook" + tenantId);
          if (all(tenantId).size() >= MOST) {
            throw ProblemException.rule(
                "webhook-limit-reached", "A business has at most " + MOST + " webhooks.");
          }
          database.update(
              """
              insert into webhook_endpoint (id, tenant_id, name, url, events, state, created_by, created_at)
              values (?, ?, ?, ?, ?, ?, ?, ?)""",
              id,
              tenantId,
              checked.name(),
              checked.url(),
              checked.chosen(),
              checked.wanted(),
              actorId,
              now());
          audit.record(tenantId, "webhook.created", id.toString(), actorId, List.of());
          return require(tenantId, id);
        });
  }

  /** An endpoint that is switched on again begins as if it had never failed. */
  Endpoint change(
      UUID tenantId, UUID id, @Nullable String ifMatch, @Nullable EndpointBody body, UUID actorId) {
    long expected = Preconditions.expectedVersion(ifMatch);
    require(tenantId, id);
    EndpointBody checked = targets.check(body);
    return database.inTransaction(
        () -> {
          int changed =
              database.update(
                  """
                  update webhook_endpoint set name = ?, url = ?, events = ?, state = ?, version = version + 1,
                    failing_since = null, failures = 0, hold_until = null, disabled_at = null, disabled_because = null
                  where tenant_id = ? and id = ? and version = ?""",
                  checked.name(),
                  checked.url(),
                  checked.chosen(),
                  checked.wanted(),
                  tenantId,
                  id,
                  expected);
          if (changed == 0) {
            throw Preconditions.stale();
          }
          if (checked.wanted().equals("paused")) {
            deliveries.giveUpAll(tenantId, id, "endpoint-paused");
          }
          audit.record(
              tenantId, "webhook.changed", id.toString(), actorId, List.of("url", "events"));
          return require(tenantId, id);
        });
  }

  void delete(UUID tenantId, UUID id, @Nullable String ifMatch, UUID actorId) {
    long expected = Preconditions.expectedVersion(ifMatch);
    require(tenantId, id);
    database.inTransaction(
        () -> {
          int gone =
              database.update(
                  "delete from webhook_endpoint where tenant_id = ? and id = ? and version = ?",
                  tenantId,
                  id,
                  expected);
          if (gone == 0) {
            throw Preconditions.stale();
          }
          audit.record(tenantId, "webhook.deleted", id.toString(), actorId, List.of());
          return Boolean.TRUE;
        });
  }

  /** From now on another secret signs; the one before it does so, too, for a day. */
  Endpoint rotate(UUID tenantId, UUID id, UUID actorId) {
    require(tenantId, id);
    return database.inTransaction(
        () -> {
          database.update(
              """
              update webhook_endpoint set secret_number = secret_number + 1, former_until = ?, version = version + 1
              where tenant_id = ? and id = ?""",
              now().plus(FORMER_SIGNS),
              tenantId,
              id);
          audit.record(tenantId, "webhook.secret-rotated", id.toString(), actorId, List.of());
          return require(tenantId, id);
        });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
