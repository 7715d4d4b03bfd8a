package io.dakenh.config.signup;

import org.jspecify.annotations.Nullable;

/** What stands behind the {@code #} of a link in a letter. */
record TokenBody(@Nullable String token) {
  @Override
  public String toString() {
    return "TokenBody";
  }
}
