package io.dakenh.billing.operator;

import io.dakenh.billing.plan.ExhaustedPolicy;
import io.dakenh.billing.plan.Plan;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A plan as an operator writes it.
 *
 * @param name as shown, Vietnamese
 * @param monthlySeconds granted each month, at most 10,000 hours
 * @param incrementSeconds calls are charged in multiples of it, 1–3600; default 1
 * @param exhaustedPolicy {@code finish} (default) or {@code cut}
 */
record PlanBody(
    @NotBlank @Size(max = 80) @Nullable String name,
    @NotNull @Min(0) @Max(36_000_000) @Nullable Long monthlySeconds,
    @Min(1) @Max(3600) @Nullable Integer incrementSeconds,
    @Pattern(regexp = "finish|cut", message = "finish or cut") @Nullable String exhaustedPolicy) {
  Plan plan(String code, long version) {
    return new Plan(
        code,
        String.valueOf(name).strip(),
        monthlySeconds == null ? 0 : monthlySeconds,
        incrementSeconds == null ? 1 : incrementSeconds,
        exhaustedPolicy == null ? ExhaustedPolicy.FINISH : ExhaustedPolicy.of(exhaustedPolicy),
        version);
  }
}
