package io.dakenh.livetalk.call;

import io.dakenh.contracts.billing.EntitlementChanged;
import io.dakenh.livetalk.delivery.Fanout;
import io.dakenh.livetalk.delivery.Frames;
import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a business may still talk, as billing told last. It lets a call begin without asking
 * anybody; that no second is spent twice is for billing's holds to see to.
 */
@ApplicationScoped
public class Minutes {
  static final String EXHAUSTED = "minutes-exhausted";

  private final Database database;
  private final Fanout fanout;

  @Inject
  Minutes(Database database, Fanout fanout) {
    this.database = database;
    this.fanout = fanout;
  }

  /** Why no new call may begin; null: it may. */
  public @Nullable String off(UUID tenantId) {
    return exhausted(tenantId) ? EXHAUSTED : null;
  }

  /** Whether no new call may begin. A business billing has said nothing of yet may call. */
  boolean exhausted(UUID tenantId) {
    return database
        .first(
            "select exhausted from entitlement where tenant_id = ?",
            row -> row.getBoolean(1),
            tenantId)
        .orElse(Boolean.FALSE);
  }

  private static boolean used(EntitlementChanged entitlement) {
    String level = entitlement.level();
    return level == null
        ? entitlement.monthlySecondsLeft() + entitlement.bonusSecondsLeft() <= 0
        : level.equals("exhausted");
  }

  /** Billing says what is left; whoever is here learns when calls become impossible or possible. */
  void changed(UUID tenantId, EntitlementChanged entitlement) {
    boolean before = exhausted(tenantId);
    int rows =
        database.update(
            """
            insert into entitlement (tenant_id, version, exhausted, changed_at) values (?, ?, ?, ?)
            on conflict (tenant_id) do update
            set version = excluded.version, exhausted = excluded.exhausted, changed_at = excluded.changed_at
            where entitlement.version < excluded.version""",
            tenantId,
            entitlement.version(),
            used(entitlement),
            entitlement.changedAt());
    boolean now = rows > 0 ? exhausted(tenantId) : before;
    if (now != before) {
      String frame = Frames.encode(new Frames.CallsOff(now ? EXHAUSTED : null));
      database.afterCommit(
          () -> {
            fanout.toVisitors(tenantId, frame);
            fanout.toAgents(tenantId, frame);
          });
    }
  }
}
