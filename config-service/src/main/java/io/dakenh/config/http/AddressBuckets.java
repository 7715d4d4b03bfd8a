package io.dakenh.config.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dakenh.platform.problem.ProblemException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How often each network address may do something; in bounded memory, per replica. */
public final class AddressBuckets {
  private static final long ADDRESSES = 50_000;
  private static final int NETWORK_GROUPS = 4;

  private final long times;
  private final Duration window;
  private final Cache<String, Bucket> buckets;

  /** So many times in so long. */
  public AddressBuckets(long times, Duration window) {
    this.times = times;
    this.window = window;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(ADDRESSES)
            .expireAfterAccess(window.multipliedBy(2))
            .build();
  }

  /** Whether the address did it too often already. */
  public boolean exhausted(@Nullable String address) {
    Bucket bucket = buckets.getIfPresent(network(address));
    return bucket != null && bucket.getAvailableTokens() == 0;
  }

  /** Once more. */
  public void count(@Nullable String address) {
    of(address).tryConsume(1);
  }

  /** Once more, unless that is too often: then {@code 429 rate-limited}. */
  public void take(@Nullable String address) {
    ConsumptionProbe probe = of(address).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw ProblemException.rateLimited(
          Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1));
    }
  }

  private Bucket of(@Nullable String address) {
    return buckets.get(
        network(address),
        network ->
            Bucket.builder()
                .addLimit(limit -> limit.capacity(times).refillGreedy(times, window))
                .build());
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
