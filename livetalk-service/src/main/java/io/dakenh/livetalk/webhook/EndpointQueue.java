package io.dakenh.livetalk.webhook;

import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Which endpoints have something due. One worker at a time is at an endpoint, on whichever replica;
 * one that dies leaves it to the others when its lease ends.
 */
@ApplicationScoped
class EndpointQueue {
  /** Longer than any attempt. */
  private static final Duration LEASE = Duration.ofSeconds(60);

  private final Database database;

  @Inject
  EndpointQueue(Database database) {
    this.database = database;
  }

  Optional<Endpoint> claim() {
    return database.first(
        """
        update webhook_endpoint set lease_until = clock_timestamp() + make_interval(secs => ?)
        where id = (select id from webhook_endpoint
          where state = 'active' and next_due <= clock_timestamp()
            and (lease_until is null or lease_until <= clock_timestamp())
            and (hold_until is null or hold_until <= clock_timestamp())
          order by next_due limit 1 for update skip locked)
        returning\s"""
            + Endpoint.COLUMNS,
        Endpoint::read,
        (double) LEASE.toSeconds());
  }

  /** Lets go of it; when more came meanwhile, it is due still. */
  void release(Endpoint endpoint) {
    int settled =
        database.update(
            """
            update webhook_endpoint set lease_until = null,
              next_due = (select min(d.due_at) from webhook_delivery d where d.endpoint_id = webhook_endpoint.id and d.state = 'waiting')
            where tenant_id = ? and id = ? and generation = ?""",
            endpoint.tenantId(),
            endpoint.id(),
            endpoint.generation());
    if (settled == 0) {
      database.update(
          "update webhook_endpoint set lease_until = null where tenant_id = ? and id = ?",
          endpoint.tenantId(),
          endpoint.id());
    }
  }

  Optional<Duration> untilNext() {
    return database.first(
        """
        select (extract(epoch from s.next - clock_timestamp()) * 1000000)::bigint
        from (select min(greatest(next_due, lease_until, hold_until)) as next from webhook_endpoint
              where state = 'active' and next_due is not null) s
        where s.next is not null""",
        row -> Duration.of(row.getLong(1), ChronoUnit.MICROS));
  }
}
