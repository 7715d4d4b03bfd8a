package io.dakenh.benchmarks.ledger;

import io.dakenh.benchmarks.routing.EventWire;
import io.dakenh.contracts.config.TenantChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.CallEnded;
import io.dakenh.contracts.livetalk.CallJoined;
import io.dakenh.contracts.referral.ReferralRewarded;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Calls of some tenants as livetalk tells of them: joined, and ended a minute later. */
final class CallTraffic {
  private static final long SECONDS = 60;
  private static final long REWARD = 360_000;
  private static final int REWARDS = 40;
  private static final long LOOK_NANOS = 100_000_000;
  private static final double NANOS_PER_SECOND = 1e9;

  private final LedgerStage stage;
  private final EventWire wire;
  private final List<UUID> tenants = new ArrayList<>();

  CallTraffic(LedgerStage stage, EventWire wire) {
    this.stage = stage;
    this.wire = wire;
  }

  /**
   * How fast seconds were moved.
   *
   * @param postingsPerSecond transfers, each with its two entries
   * @param looks how often debits and credits were compared meanwhile
   * @param unequal how often they differed
   */
  record Rate(double postingsPerSecond, long postings, int looks, int unequal) {}

  /** Opens tenants that have plenty of bonus seconds. */
  void open(int count) throws SQLException {
    for (int i = 0; i < count; i++) {
      UUID tenantId = UUID.randomUUID();
      tenants.add(tenantId);
      wire.publish(
          EventCatalog.TENANT_CHANGED,
          tenantId,
          tenantId,
          new TenantChanged(
              tenantId,
              1,
              "Đo",
              "wk-" + tenantId,
              "active",
              "vi",
              "Asia/Ho_Chi_Minh",
              null,
              Instant.now()));
      for (int reward = 0; reward < (count == 1 ? REWARDS : 1); reward++) {
        wire.publish(
            EventCatalog.REFERRAL_REWARDED,
            tenantId,
            tenantId,
            new ReferralRewarded(tenantId, UUID.randomUUID(), "referrer", REWARD, Instant.now()));
      }
    }
    wire.flush();
    long rewards = (long) count * (count == 1 ? REWARDS : 1);
    try (Connection connection = stage.database()) {
      while (rewarded(connection) < rewards) {
        LockSupport.parkNanos(LOOK_NANOS);
      }
    }
  }

  private long rewarded(Connection connection) throws SQLException {
    return LedgerStage.number(
        connection,
        "select count(*) from ledger_transfer where cause = 'referral-reward' and tenant_id in ("
            + list()
            + ")");
  }

  private String list() {
    return String.join(",", tenants.stream().map(id -> "'" + id + "'").toList());
  }

  /** Tells of so many calls and waits until all are charged. */
  Rate run(int calls) throws SQLException {
    try (Connection connection = stage.database()) {
      long before = LedgerStage.number(connection, "select count(*) from ledger_transfer");
      long charged = LedgerStage.number(connection, "select count(*) from call_record");
      Instant start = Instant.now().minusSeconds(2 * SECONDS);
      long begin = System.nanoTime();
      publish(calls, start);
      int looks = 0;
      int unequal = 0;
      while (ended(connection) < charged + calls) {
        looks++;
        unequal += balanced(connection) ? 0 : 1;
        LockSupport.parkNanos(LOOK_NANOS);
      }
      double seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
      long postings =
          LedgerStage.number(connection, "select count(*) from ledger_transfer") - before;
      return new Rate(postings / seconds, postings, looks, unequal);
    }
  }

  private void publish(int calls, Instant start) {
    List<UUID> ids = new ArrayList<>(calls);
    for (int i = 0; i < calls; i++) {
      UUID callId = UUID.randomUUID();
      ids.add(callId);
      UUID tenantId = tenants.get(i % tenants.size());
      wire.publish(
          EventCatalog.CALL_JOINED,
          callId,
          tenantId,
          new CallJoined(tenantId, callId, UUID.randomUUID(), "Mai Anh", start));
    }
    for (int i = 0; i < calls; i++) {
      UUID tenantId = tenants.get(i % tenants.size());
      wire.publish(
          EventCatalog.CALL_ENDED,
          ids.get(i),
          tenantId,
          new CallEnded(
              tenantId,
              ids.get(i),
              UUID.randomUUID(),
              UUID.randomUUID(),
              "Khách",
              "audio",
              "completed",
              null,
              start,
              start,
              start.plusSeconds(SECONDS),
              List.of(),
              null));
    }
    wire.flush();
  }

  private static long ended(Connection connection) throws SQLException {
    return LedgerStage.number(connection, "select count(*) from call_record where state = 'ended'");
  }

  private static boolean balanced(Connection connection) throws SQLException {
    return LedgerStage.number(
            connection, "select coalesce(sum(balance_seconds), 0) from ledger_account")
        == 0;
  }

  /** Debits equal credits, nobody is below zero, each transfer has two entries. */
  boolean sound() throws SQLException {
    try (Connection connection = stage.database()) {
      return LedgerStage.number(connection, "select coalesce(sum(seconds), 0) from ledger_entry")
              == 0
          && LedgerStage.number(
                  connection,
                  "select count(*) from ledger_account where kind not in ('issuer', 'overdraft') and balance_seconds < 0")
              == 0
          && LedgerStage.number(connection, "select count(*) from ledger_drift") == 0
          && LedgerStage.number(connection, "select count(*) from ledger_entry")
              == 2 * LedgerStage.number(connection, "select count(*) from ledger_transfer");
    }
  }
}
