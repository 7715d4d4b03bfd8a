package io.dakenh.billing.operator;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Another plan for a business.
 *
 * @param mode {@code pro-rata}: at once, with the share of the difference that the rest of the
 *     month has; {@code full}: at once, with the whole difference; {@code next-month}: from the
 *     next month on
 * @param reason kept in the audit
 */
record PlanChangeBody(
    @NotBlank @Size(max = 40) @Nullable String planCode,
    @NotNull @Pattern(regexp = "pro-rata|full|next-month", message = "pro-rata, full or next-month")
        @Nullable String mode,
    @NotBlank @Size(max = 300) @Nullable String reason) {}
