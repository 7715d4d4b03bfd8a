package io.dakenh.config.me;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The signed-in person.
 *
 * @param roles one of {@code owner}, {@code agent}
 * @param departments those the person is an agent of
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MeView(
    UUID id,
    String name,
    String email,
    @Nullable String avatarUrl,
    List<String> roles,
    TenantPart tenant,
    List<DepartmentPart> departments) {
  /** The person's business. */
  record TenantPart(UUID id, String name, String widgetKey, String locale, String timeZone) {}

  /** A department in short. */
  record DepartmentPart(UUID id, String name) {}
}
