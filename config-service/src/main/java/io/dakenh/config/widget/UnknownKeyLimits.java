package io.dakenh.config.widget;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dakenh.config.ServiceSettings;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How many keys that nobody has one address may try: guessing keys is stopped, and costs neither
 * queries nor unbounded memory. Keys that exist are never counted.
 */
@ApplicationScoped
class UnknownKeyLimits {
  static final Duration WINDOW = Duration.ofMinutes(1);
  private static final long ADDRESSES = 50_000;
  private static final int NETWORK_GROUPS = 4;

  private final int perMinute;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(ADDRESSES)
          .expireAfterAccess(WINDOW.multipliedBy(2))
          .build();

  @Inject
  UnknownKeyLimits(ServiceSettings settings) {
    this.perMinute = settings.bootstrap().unknownPerMinute();
  }

  /** Whether the address tried too many already. */
  boolean exhausted(@Nullable String address) {
    Bucket bucket = buckets.getIfPresent(network(address));
    return bucket != null && bucket.getAvailableTokens() == 0;
  }

  /** One more key that nobody has. */
  void count(@Nullable String address) {
    buckets.get(network(address), network -> bucket()).tryConsume(1);
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
        .build();
  }

  /** One visitor of IPv6 has a whole network of addresses. */
  private static String network(@Nullable String address) {
    if (address == null) {
      return "";
    }
    int end = -1;
    for (int group = 0; group < NETWORK_GROUPS; group++) {
      int colon = address.indexOf(':', end + 1);
      if (colon < 0) {
        return address;
      }
      end = colon;
    }
    return address.substring(0, end);
  }
}
