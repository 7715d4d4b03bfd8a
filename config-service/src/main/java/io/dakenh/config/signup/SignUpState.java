package io.dakenh.config.signup;

/**
 * What whoever holds the link may know.
 *
 * @param state {@code waiting} or {@code confirmed}
 * @param email to sign in with
 */
record SignUpState(String state, String businessName, String ownerName, String email) {
  static SignUpState of(SignUp signUp) {
    return new SignUpState(
        signUp.confirmedAt == null ? "waiting" : "confirmed",
        signUp.businessName,
        signUp.ownerName,
        signUp.email);
  }

  @Override
  public String toString() {
    return "SignUpState[" + state + "]";
  }
}
