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
      "select count(*) as load from allocation where tenant_id = ? and winner_id = ? and state = 'allocated'";

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
}
