package io.dakenh.config.widget;

import io.dakenh.config.ServiceSettings;
import io.dakenh.config.http.AddressBuckets;
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

  private final AddressBuckets buckets;

  @Inject
  UnknownKeyLimits(ServiceSettings settings) {
    this.buckets = new AddressBuckets(settings.bootstrap().unknownPerMinute(), WINDOW);
  }

  /** Whether the address tried too many already. */
  boolean exhausted(@Nullable String address) {
    return buckets.exhausted(address);
  }

  /** One more key that nobody has. */
  void count(@Nullable String address) {
    buckets.count(address);
  }
}
