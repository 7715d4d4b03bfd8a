package io.dakenh.livetalk.visitor;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.platform.problem.ProblemException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;

/**
 * How many sessions one address may ask for at one business; bounded in memory whatever the number
 * of addresses.
 */
@ApplicationScoped
class SessionLimits {
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final long ADDRESSES = 50_000;

  private final int perMinute;
  private final Cache<Key, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(ADDRESSES)
          .expireAfterAccess(WINDOW.multipliedBy(2))
          .build();

  @Inject
  SessionLimits(LivetalkConfig config) {
    this.perMinute = config.visitorSessions().perMinute();
  }

  private record Key(UUID tenantId, String address) {}

  /** Counts one request, or refuses it and says when to come back. */
  void count(UUID tenantId, String address) {
    ConsumptionProbe probe =
        buckets.get(new Key(tenantId, address), key -> bucket()).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw ProblemException.rateLimited(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
        .build();
  }
}
