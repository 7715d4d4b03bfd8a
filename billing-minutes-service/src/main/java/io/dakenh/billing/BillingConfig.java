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
}
