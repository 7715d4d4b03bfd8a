package io.dakenh.config.department;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A department as the owner sends it, whole.
 *
 * @param name unique in the business
 * @param allocationMode {@code sequential}, {@code all} or {@code random}
 * @param passOnSeconds 5–300, default 20
 * @param totalSeconds 30–3600, default 300
 * @param agentIds active people, in order, at least one
 * @param defaultDepartment true makes it the default instead of the present one
 * @param capacity conversations at a time of each agent, 1–100; absent: as many as come
 * @param preferPreviousAgent true brings visitors who come back to whom they talked to last
 * @param hours when it answers; absent: always
 * @param pictureMediaId uploaded picture that stands for its agents; absent: none
 */
record DepartmentBody(
    @Nullable String name,
    @Nullable String allocationMode,
    @Nullable Integer passOnSeconds,
    @Nullable Integer totalSeconds,
    @Nullable List<@Nullable String> agentIds,
    @JsonProperty("default") @Nullable Boolean defaultDepartment,
    @Nullable String pictureMediaId,
    @Nullable Integer capacity,
    @Nullable Boolean preferPreviousAgent,
    @Nullable HoursBody hours) {}
