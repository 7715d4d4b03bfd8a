package io.dakenh.livetalk.identify;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.platform.problem.ProblemException;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** How often one address may say who somebody is: guessing signatures must be hopeless. */
@ApplicationScoped
class IdentityLimits {
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final long ADDRESSES = 50_000;

  private final int perMinute;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(ADDRESSES)
          .expireAfterAccess(WINDOW.multipliedBy(2))
          .build();

  @Inject
  IdentityLimits(LivetalkConfig config) {
    this.perMinute = config.identify().perMinute();
  }

  void count(String address) {
    if (!buckets.get(address, key -> bucket()).tryConsume(1)) {
      throw ProblemException.rateLimited(WINDOW);
    }
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
        .build();
  }
}
