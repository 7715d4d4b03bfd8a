package io.dakenh.config.staff;

/**
 * An invitation.
 *
 * @param email to sign in with
 */
record InvitationView(String businessName, String name, String email) {
  @Override
  public String toString() {
    return "InvitationView";
  }
}
