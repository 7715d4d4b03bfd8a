package io.dakenh.config.signup;

import org.jspecify.annotations.Nullable;

/**
 * What is typed to open a business.
 *
 * @param name of the business
 * @param locale {@code vi} (default) or {@code en}: language of the business and of the letter
 * @param referralCode code of the link that was followed, if any
 * @param referralVisit visit to that link
 */
record SignUpBody(
    @Nullable String name,
    @Nullable String ownerName,
    @Nullable String email,
    @Nullable String password,
    @Nullable String locale,
    @Nullable String referralCode,
    @Nullable String referralVisit) {
  /** Without the password. */
  @Override
  public String toString() {
    return String.join(
        "\n",
        String.valueOf(name),
        String.valueOf(ownerName),
        String.valueOf(email),
        String.valueOf(locale),
        String.valueOf(referralCode),
        String.valueOf(referralVisit));
  }
}
