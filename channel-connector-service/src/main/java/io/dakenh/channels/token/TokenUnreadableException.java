package io.dakenh.channels.token;

/** A stored token cannot be used; whoever linked the channel has to log in again. */
public class TokenUnreadableException extends RuntimeException {
  /** With a reason that quotes nothing of the token. */
  public TokenUnreadableException(String reason) {
    super(reason);
  }

  /** With the cryptographic reason. */
  public TokenUnreadableException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
