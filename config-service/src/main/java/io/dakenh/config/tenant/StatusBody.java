package io.dakenh.config.tenant;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Whether a business may work.
 *
 * @param status {@code active} or {@code suspended}
 * @param reason for the operators after this one; the business does not see it
 */
public record StatusBody(
    @NotNull @Pattern(regexp = "active|suspended") @Nullable String status,
    @NotNull @Size(min = 1, max = 500) @Nullable String reason) {}
