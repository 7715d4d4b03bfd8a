package io.dakenh.config.identity;

/** With what somebody who is new signs in. */
public sealed interface FirstPassword {
  /** As it was typed; Keycloak's policy judges it. */
  record Typed(String password) implements FirstPassword {
    @Override
    public String toString() {
      return "Typed";
    }
  }

  /** Hashed when it was typed, by somebody who had to confirm the address first. */
  record Hashed(PasswordHash hash) implements FirstPassword {}

  /** None yet: the person chooses one by the link of the invitation. */
  record Chosen() implements FirstPassword {}
}
