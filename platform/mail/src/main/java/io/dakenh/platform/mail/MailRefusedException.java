package io.dakenh.platform.mail;

/** The mail server will never take this mail: the address is none, or not served. */
public final class MailRefusedException extends RuntimeException {
  MailRefusedException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
