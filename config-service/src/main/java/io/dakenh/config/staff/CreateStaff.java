package io.dakenh.config.staff;

import org.jspecify.annotations.Nullable;

/**
 * A person to be added.
 *
 * @param role {@code owner} or {@code agent}
 * @param password first password, told to the person by the owner; without one the person is
 *     invited by mail and chooses one
 */
public record CreateStaff(
    @Nullable String name,
    @Nullable String email,
    @Nullable String role,
    @Nullable String password) {
  @Override
  public String toString() {
    return "CreateStaff[" + role + "]";
  }
}
