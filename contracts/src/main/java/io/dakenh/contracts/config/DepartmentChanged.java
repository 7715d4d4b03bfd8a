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
 * @param capacity conversations at a time of each of its agents who has no number of their own,
 *     1–100; absent: as many as come
 * @param preferPreviousAgent whether a visitor who comes back is brought to whom they talked to
 *     last, if that person is there; absent: no
 * @param hours when it answers; absent: always
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
    @Nullable String pictureUrl,
    @Nullable Integer capacity,
    @Nullable Boolean preferPreviousAgent,
    @Nullable BusinessHours hours) {
  /** A department whose agents take as many conversations as come, at any time. */
  public DepartmentChanged(
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
      @Nullable String pictureUrl) {
    this(
        tenantId,
        departmentId,
        version,
        name,
        allocationMode,
        passOnSeconds,
        totalSeconds,
        agentIds,
        defaultDepartment,
        deleted,
        successorId,
        pictureUrl,
        null,
        null,
        null);
  }
}
