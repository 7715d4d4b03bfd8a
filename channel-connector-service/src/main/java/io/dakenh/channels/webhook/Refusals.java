package io.dakenh.channels.webhook;

import io.dakenh.channels.db.Sql;
import io.dakenh.channels.provider.Kind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Counts refused deliveries. Refusing costs no statement; the sums are stored now and then. */
@ApplicationScoped
public class Refusals {
  private static final Logger LOG = Logger.getLogger(Refusals.class);
  private static final long FLUSH_SECONDS = 10;

  private final Sql sql;
  private final Clock clock;
  private final Map<Kind, AtomicLong> fresh = new EnumMap<>(Kind.class);
  private final Map<Kind, Counter> counters = new EnumMap<>(Kind.class);
  private final CountDownLatch stopped = new CountDownLatch(1);

  @Inject
  Refusals(Sql sql, Clock clock, MeterRegistry metrics) {
    this.sql = sql;
    this.clock = clock;
    for (Kind kind : Kind.values()) {
      fresh.put(kind, new AtomicLong());
      counters.put(kind, metrics.counter("dakenh.channels.webhook.refused", "kind", kind.code()));
    }
  }

  void count(Kind kind) {
    fresh.get(kind).incrementAndGet();
    counters.get(kind).increment();
  }

  /** How many were refused today, as far as stored, and those counted here since. */
  public long today(Kind kind) {
    return sql.one(
                "select refused from webhook_refusal where kind = ? and day = ?",
                row -> row.getLong(1),
                kind.code(),
                day())
            .orElse(0L)
        + fresh.get(kind).get();
  }

  void start(@Observes StartupEvent starting) {
    Thread.ofPlatform().daemon().name("webhook-refusals").start(this::run);
  }

  void stop(@Observes ShutdownEvent stopping) {
    stopped.countDown();
  }

  private void run() {
    try {
      while (!stopped.await(FLUSH_SECONDS, TimeUnit.SECONDS)) {
        fresh.forEach(this::flush);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void flush(Kind kind, AtomicLong count) {
    long sum = count.getAndSet(0);
    if (sum == 0) {
      return;
    }
    LOG.warnf("%d %s deliveries with a wrong signature were refused", sum, kind.code());
    try {
      sql.update(
          """
          insert into webhook_refusal (kind, day, refused) values (?, ?, ?)
          on conflict (kind, day) do update set refused = webhook_refusal.refused + excluded.refused""",
          kind.code(),
          day(),
          sum);
    } catch (RuntimeException later) {
      LOG.debugf("refusals are stored later: %s", later.toString());
      count.addAndGet(sum);
    }
  }

  private LocalDate day() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
