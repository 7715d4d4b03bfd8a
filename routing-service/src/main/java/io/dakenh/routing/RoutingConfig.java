package io.dakenh.routing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Settings of this service; all have defaults that suit production. */
@ConfigMapping(prefix = "dakenh.routing")
public interface RoutingConfig {
  /**
   * How often a replica with nothing to do looks for work another replica left behind when it died.
   * Own work never waits for this: it is timed exactly.
   */
  @WithDefault("1s")
  @DurationMin(millis = 100)
  @DurationMax(seconds = 60)
  Duration sweep();

  /** Allocations handled in one transaction. */
  @WithDefault("64")
  @Min(1)
  @Max(1000)
  int batchSize();

  /** Offers from the queue one person sees at once; the next ones follow as these are answered. */
  @WithDefault("5")
  @Min(1)
  @Max(100)
  int queueOffersPerAgent();

  /**
   * How long an agent who joined and has not answered yet may be offline before the conversation is
   * offered to others. Presence has a grace of its own before this begins.
   */
  @WithDefault("30s")
  @DurationMin(seconds = 1)
  @DurationMax(minutes = 60)
  Duration holderGrace();

  /**
   * How long a conversation waits for a department nobody has told us of before the default
   * department gets it.
   */
  @WithDefault("30s")
  @DurationMin(seconds = 1)
  @DurationMax(minutes = 60)
  Duration unknownDepartmentGrace();
}
