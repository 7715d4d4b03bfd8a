package io.dakenh.channels.work;

import io.dakenh.channels.db.Sql;
import io.dakenh.platform.relational.timer.Alarm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which threads have something to be done. A claim moves the due time: a replica that dies leaves
 * the thread to the next. The generation tells whether more came in the meantime.
 */
@ApplicationScoped
public class WorkQueue {
  private final Sql sql;
  private final Map<Lane, Alarm> alarms = new EnumMap<>(Lane.class);

  @Inject
  WorkQueue(Sql sql, TransactionSynchronizationRegistry transactions) {
    this.sql = sql;
    for (Lane lane : Lane.values()) {
      alarms.put(lane, new Alarm(transactions));
    }
  }

  /** A thread that is ours to work on. */
  record Claim(UUID threadId, Lane lane, long generation) {}

  /** Has a thread worked on, once the current transaction has committed. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void add(UUID threadId, Lane lane) {
    sql.update(
        """
        insert into thread_work (thread_id, lane) values (?, ?)
        on conflict (thread_id, lane) do update set generation = thread_work.generation + 1""",
        threadId,
        lane.code());
    alarm(lane).ringAfterCommit();
  }

  /** Has a thread that waits for a pause to end worked on at once. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void hurry(UUID threadId, Lane lane) {
    sql.update(
        """
        update thread_work set due_at = least(due_at, now()), generation = generation + 1
        where thread_id = ? and lane = ?""",
        threadId,
        lane.code());
    alarm(lane).ringAfterCommit();
  }

  Alarm alarm(Lane lane) {
    return alarms.get(lane);
  }

  @Transactional
  List<Claim> claim(Lane lane, int limit, Duration lease) {
    return sql.list(
        """
        update thread_work w set due_at = now() + make_interval(secs => ?)
        from (select thread_id from thread_work where lane = ? and due_at <= now()
          order by due_at limit ? for update skip locked) due
        where w.thread_id = due.thread_id and w.lane = ?
        returning w.thread_id, w.generation""",
        row -> new Claim(Sql.id(row, "thread_id"), lane, row.getLong("generation")),
        (double) lease.toMillis() / 1000,
        lane.code(),
        limit,
        lane.code());
  }

  /** Gives a thread back: it is done unless more came, or has to be looked at later. */
  @Transactional
  void release(Claim claim, @Nullable Instant later) {
    if (later != null) {
      sql.update(
          """
          update thread_work set due_at = case when generation = ? then ? else now() end
          where thread_id = ? and lane = ?""",
          claim.generation(),
          later,
          claim.threadId(),
          claim.lane().code());
      return;
    }
    int done =
        sql.update(
            "delete from thread_work where thread_id = ? and lane = ? and generation = ?",
            claim.threadId(),
            claim.lane().code(),
            claim.generation());
    if (done == 0) {
      sql.update(
          "update thread_work set due_at = now() where thread_id = ? and lane = ?",
          claim.threadId(),
          claim.lane().code());
    }
  }

  /** How long until some thread is due; empty when none waits. */
  @Transactional
  Optional<Duration> untilNext(Lane lane) {
    return sql.one(
        "select extract(epoch from due_at - now()) from thread_work where lane = ? order by due_at limit 1",
        row -> Duration.ofMillis(Math.max(1, (long) Math.ceil(row.getDouble(1) * 1000))),
        lane.code());
  }
}
