package io.dakenh.channels.outbound;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Spreads the calls of one account, so that its limit is not even reached. */
final class Pace {
  private final long stepNanos;
  private final Map<UUID, Long> next = new ConcurrentHashMap<>();

  Pace(int perSecond) {
    this.stepNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
  }

  /** Takes the right to one call now, or says how long until one may be had. */
  Duration take(UUID account, long nowNanos) {
    long[] wait = {0};
    next.compute(
        account,
        (key, free) -> {
          if (free == null || free - nowNanos <= 0) {
            return nowNanos + stepNanos;
          }
          wait[0] = free - nowNanos;
          return free;
        });
    return Duration.ofNanos(wait[0]);
  }
}
