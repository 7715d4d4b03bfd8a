package io.dakenh.config.department;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dakenh.contracts.config.BusinessHours;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A department as the owner sees it.
 *
 * @param allocationMode {@code sequential}, {@code all} or {@code random}
 * @param agentIds in the owner's order
 * @param defaultDepartment whether conversations without a chosen department land here
 * @param pictureMediaId uploaded picture that stands for its agents
 * @param pictureUrl its address
 * @param capacity conversations at a time of each agent; absent: as many as come
 * @param preferPreviousAgent whether visitors who come back are brought to whom they talked to last
 * @param hours when it answers; absent: always
 * @param version as in the ETag
 * @param warnings {@code no-agents} when everybody in it was deactivated: its conversations wait in
 *     the queue
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DepartmentView(
    UUID id,
    String name,
    String allocationMode,
    int passOnSeconds,
    int totalSeconds,
    List<UUID> agentIds,
    @JsonProperty("default") boolean defaultDepartment,
    @Nullable UUID pictureMediaId,
    @Nullable String pictureUrl,
    @Nullable Integer capacity,
    boolean preferPreviousAgent,
    @Nullable BusinessHours hours,
    long version,
    List<String> warnings) {
  static DepartmentView of(Department department, UUID defaultId) {
    return new DepartmentView(
        department.id,
        department.name,
        department.allocationMode,
        department.passOnSeconds,
        department.totalSeconds,
        department.agentIds,
        DepartmentEvents.isDefault(department, defaultId),
        department.pictureMediaId,
        department.pictureUrl,
        department.capacity,
        department.preferPreviousAgent,
        department.hours,
        department.version,
        department.agentIds.isEmpty() ? List.of("no-agents") : List.of());
  }
}
