package io.dakenh.routing.allocation;

import io.dakenh.routing.errand.Errand;
import io.dakenh.routing.errand.Errand.Kind;
import io.dakenh.routing.errand.Errands;
import io.dakenh.routing.store.Database;
import io.dakenh.routing.store.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How many conversations a person may have at a time.
 *
 * <p>What they have is counted when it matters, from the allocations themselves. Whoever is about
 * to give somebody one more holds that person's lock until the commit, so two accepts at the same
 * moment are counted one after the other. The lock is always the last one taken, after the
 * allocation's row, and nobody who holds it waits for anything else.
 */
@ApplicationScoped
class Capacity {
  private static final String LIMIT =
      """
      select coalesce(a.capacity, d.capacity) as capacity
      from agent a left join department d on d.tenant_id = a.tenant_id and d.id = ?
      where a.tenant_id = ? and a.id = ?""";

  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtextextended(?::text, 0)) is null as locked";

  private static final String LOAD =
      "select count(*) as load from allocation where tenant_id = ? and winner_id = ? and state = 'allocated' and kind = 'conversation'";

  private static final String IN_CALLS =
      "select count(*) as calls from agent_call where tenant_id = ? and agent_id = ? and call_id <> ?";

  private static final String IN_CALL =
      "insert into agent_call (tenant_id, agent_id, call_id) values (?, ?, ?) on conflict do nothing";

  private final Database database;
  private final Errands errands;

  @Inject
  Capacity(Database database, Errands errands) {
    this.database = database;
    this.errands = errands;
  }

  private record Limit(@Nullable Integer most) {
    static Limit of(Row row) throws SQLException {
      return new Limit(row.maybeInteger("capacity"));
    }
  }

  /**
   * Whether the person may have one more conversation of this department; if so, nobody else gives
   * them another one before the commit. When this is the last one they may have, what else they
   * were offered is taken back soon after.
   */
  boolean claim(UUID tenantId, UUID agentId, @Nullable UUID departmentId) {
    Optional<Limit> limit = database.first(LIMIT, Limit::of, departmentId, tenantId, agentId);
    Integer most = limit.map(Limit::most).orElse(null);
    if (most == null) {
      return true;
    }
    database.query(LOCK, row -> row.flag("locked"), agentId);
    long load = database.first(LOAD, row -> row.number("load"), tenantId, agentId).orElseThrow();
    if (load >= most) {
      return false;
    }
    if (load + 1 >= most) {
      errands.leave(new Errand(tenantId, Kind.FULL, agentId));
    }
    return true;
  }

  /** Whether the person may take a call: nobody is in two. */
  boolean claimCall(UUID tenantId, UUID agentId, UUID callId) {
    database.query(LOCK, row -> row.flag("locked"), agentId);
    long calls =
        database
            .first(IN_CALLS, row -> row.number("calls"), tenantId, agentId, callId)
            .orElseThrow();
    if (calls > 0) {
      return false;
    }
    inCall(tenantId, agentId, callId);
    return true;
  }

  /** The person is in a call; other calls they were asked about are taken back soon after. */
  void inCall(UUID tenantId, UUID agentId, UUID callId) {
    if (database.update(IN_CALL, tenantId, agentId, callId) > 0) {
      errands.leave(new Errand(tenantId, Kind.FULL, agentId));
    }
  }
}
