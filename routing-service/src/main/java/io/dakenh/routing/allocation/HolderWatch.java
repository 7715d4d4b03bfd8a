package io.dakenh.routing.allocation;

import io.dakenh.routing.RoutingConfig;
import io.dakenh.routing.engine.AllocationState.Allocated;
import io.dakenh.routing.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that nobody waits for an agent who joined, said nothing and went offline: after a
 * grace the conversation is allocated anew. Once an agent has answered it stays as it is; then
 * people hand it on themselves.
 */
@ApplicationScoped
class HolderWatch {
  private static final String WATCH =
      """
      with held as (
        select a.id from allocation a
        where a.tenant_id = ? and a.kind = 'conversation' and a.state = 'allocated' and a.answered_at is null
          and a.winner_id in (select id from agent where tenant_id = ? and id = any (?) and presence = 'offline')
        order by a.opened_at, a.id for update)
      update allocation set next_due = clock_timestamp() + make_interval(secs => ?) from held where allocation.id = held.id""";

  private static final String ABSENT_SINCE =
      """
      select case when g.presence = 'offline' and a.answered_at is null then g.presence_since end as since
      from allocation a join agent g on g.tenant_id = a.tenant_id and g.id = a.winner_id
      where a.tenant_id = ? and a.id = ?""";

  private static final String LOOK_AGAIN =
      "update allocation set next_due = ? where tenant_id = ? and id = ?";

  private final Database database;
  private final Reallocation reallocation;
  private final Duration grace;

  @Inject
  HolderWatch(Database database, Reallocation reallocation, RoutingConfig config) {
    this.database = database;
    this.reallocation = reallocation;
    this.grace = config.holderGrace();
  }

  private record Absence(@Nullable Instant since) {}

  /** Some of these people went offline, perhaps: what they have not answered is looked at later. */
  void watch(UUID tenantId, Collection<UUID> agents) {
    database.update(WATCH, tenantId, tenantId, List.copyOf(agents), grace.toMillis() / 1000.0);
  }

  /** Looks at a conversation somebody has; its row is locked. */
  void look(StoredAllocation allocation, Allocated allocated) {
    Optional<Absence> found =
        database.first(
            ABSENT_SINCE,
            row -> new Absence(row.maybeInstant("since")),
            allocation.tenantId(),
            allocation.id());
    Instant since = found.map(Absence::since).orElse(null);
    Instant due = since == null ? null : since.plus(grace);
    if (due == null || due.isAfter(allocation.now())) {
      database.update(LOOK_AGAIN, due, allocation.tenantId(), allocation.id());
    } else {
      reallocation.takenBack(allocation, allocated.winner().agentId());
    }
  }
}
