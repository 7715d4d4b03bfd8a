package io.dakenh.config.staff;

import org.jspecify.annotations.Nullable;

/** What stands behind the {@code #} of the link, and the password that was chosen. */
record InvitationBody(@Nullable String token, @Nullable String password) {
  @Override
  public String toString() {
    return "InvitationBody";
  }
}
