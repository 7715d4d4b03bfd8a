package io.dakenh.billing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;

/** Settings of this service, prefix {@code dakenh.billing}. */
@ConfigMapping(prefix = "dakenh.billing")
public interface BillingConfig {
  /** Code of the plan a new business starts with; a row of the table {@code plan}. */
  @WithDefault("trial")
  @NotBlank
  String trialPlan();

  /**
   * How often the month-end job looks for due rows at the latest; it looks earlier when it knows of
   * one.
   */
  @WithDefault("30s")
  @NotNull
  Duration monthEndLook();

  /** Seconds a running call holds beyond its last sign of life. More than two heartbeats. */
  @WithDefault("90s")
  @NotNull
  Duration holdAhead();

  /** A running call that is not heard of for so long is over; it costs what was heard. */
  @WithDefault("90s")
  @NotNull
  Duration callSilence();

  /** A call said to be longer is not believed; it costs what was heard. */
  @WithDefault("12h")
  @NotNull
  Duration longestCall();

  /** How long before a call is cut both sides are told. */
  @WithDefault("60s")
  @NotNull
  Duration cutWarning();

  /** How far ahead of the database's clock an event may be. */
  @WithDefault("2m")
  @NotNull
  Duration clockTolerance();

  /** How often the ledger is compared with the calls. */
  @WithDefault("1h")
  @NotNull
  Duration reconcileEvery();
}
