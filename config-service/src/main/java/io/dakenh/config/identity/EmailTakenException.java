package io.dakenh.config.identity;

/** Someone else signs in with this e-mail already. */
public class EmailTakenException extends RuntimeException {
  EmailTakenException() {
    super("the e-mail is in use");
  }
}
