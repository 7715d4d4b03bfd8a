package io.dakenh.livetalk.mail;

/** The mail server will never take this mail: the address is none, or not served. */
final class MailRefusedException extends RuntimeException {
  MailRefusedException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
