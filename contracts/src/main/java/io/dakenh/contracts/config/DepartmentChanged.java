package io.dakenh.contracts.config;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Latest state of one receiving department. Key: department id.
 *
 * @param version grows by one with each change
 * @param allocationMode {@code sequential}, {@code all} or {@code random}
 * @param passOnSeconds how long one agent's offer stands before the next is asked, 5–300
 * @param totalSeconds how long the allocation lasts before the conversation waits in the queue,
 *     30–3600
 * @param agentIds staff ids in the owner's order
 * @param defaultDepartment whether conversations without a chosen department land here
 * @param deleted true as the last event of a department; {@code successorId} then receives what was
 *     waiting
 * @param pictureUrl picture that stands for its agents, a path on the one origin; absent when none
 */
public record DepartmentChanged(
    UUID tenantId,
    UUID departmentId,
    long version,
    String name,
    String allocationMode,
    int passOnSeconds,
    int totalSeconds,
    List<UUID> agentIds,
    boolean defaultDepartment,
    boolean deleted,
    @Nullable UUID successorId,
    @Nullable String pictureUrl) {}
