package io.dakenh.config.staff;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as the owner sees it.
 *
 * @param role {@code owner} or {@code agent}
 * @param active false once deactivated
 * @param capacity conversations at a time; absent: as the department says
 * @param invited true while the person has not followed the link of the invitation; else absent
 * @param version as in the ETag
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StaffView(
    UUID id,
    String name,
    String email,
    String role,
    boolean active,
    @Nullable String avatarUrl,
    @Nullable Integer capacity,
    @Nullable Boolean invited,
    long version) {
  /** What may be shown of a person. */
  public static StaffView of(Staff staff) {
    return new StaffView(
        staff.id,
        staff.name,
        staff.email,
        staff.role,
        staff.active,
        staff.avatarUrl,
        staff.capacity,
        staff.invitation == null ? null : Boolean.TRUE,
        staff.version);
  }
}
