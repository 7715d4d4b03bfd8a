package io.dakenh.channels.http;

/** A provider gave no answer. */
public class CallFailedException extends RuntimeException {
  private final boolean maybeDone;

  CallFailedException(boolean maybeDone, String reason) {
    super(reason);
    this.maybeDone = maybeDone;
  }

  /** Whether the call may have reached the provider and had its effect. */
  public boolean maybeDone() {
    return maybeDone;
  }
}
