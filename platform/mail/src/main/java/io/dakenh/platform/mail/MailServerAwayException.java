package io.dakenh.platform.mail;

/** The mail server did not take the mail now; it may later. */
public final class MailServerAwayException extends RuntimeException {
  MailServerAwayException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
