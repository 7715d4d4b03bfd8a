package io.dakenh.billing.operator;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Seconds given or taken by hand.
 *
 * @param account {@code monthly} or {@code bonus}
 * @param seconds below zero takes them away; at most 1,000 hours
 * @param reason shown beside the movement
 * @param callId the call it is about, if any
 */
record CorrectionBody(
    @NotNull @Pattern(regexp = "monthly|bonus", message = "monthly or bonus")
        @Nullable String account,
    @NotNull @Min(-3_600_000) @Max(3_600_000) @Nullable Long seconds,
    @NotBlank @Size(max = 300) @Nullable String reason,
    @Nullable UUID callId) {}
