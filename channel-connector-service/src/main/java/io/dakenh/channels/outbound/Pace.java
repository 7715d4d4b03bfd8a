package io.dakenh.channels.outbound;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Spreads the calls of one account, so that its limit is not even reached. */
final class Pace {
  private final long stepNanos;
  private final Map<UUID, Long> next = new ConcurrentHashMap<>();

  Pace(int perSecond) {
    this.stepNanos = Duration.ofSeconds(1).toNanos() / perSecond;
  }

  /** Takes the next place; how long until it may be used. */
  Duration take(UUID account, long nowNanos) {
    long mine =
        next.merge(
            account, nowNanos, (last, now) -> last + stepNanos - now > 0 ? last + stepNanos : now);
    return Duration.ofNanos(Math.max(0, mine - nowNanos));
  }
}
