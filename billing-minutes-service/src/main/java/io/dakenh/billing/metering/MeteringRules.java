package io.dakenh.billing.metering;

import io.dakenh.billing.BillingConfig;
import java.time.Duration;

/**
 * What metering goes by.
 *
 * @param holdAhead seconds held beyond the last sign of life of a running call
 * @param silence after which a running call is taken for lost
 * @param longestCall a longer one is not believed
 * @param warning between telling that a call is cut and cutting it
 * @param clockTolerance how far ahead another machine's clock may be
 * @param oldest a call that ended longer ago is not charged any more
 */
record MeteringRules(
    Duration holdAhead,
    Duration silence,
    Duration longestCall,
    Duration warning,
    Duration clockTolerance,
    Duration oldest) {
  static final Duration OLDEST = Duration.ofDays(400);

  static MeteringRules of(BillingConfig config) {
    return new MeteringRules(
        config.holdAhead(),
        config.callSilence(),
        config.longestCall(),
        config.cutWarning(),
        config.clockTolerance(),
        OLDEST);
  }
}
