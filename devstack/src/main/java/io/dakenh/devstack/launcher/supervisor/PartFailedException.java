package io.dakenh.devstack.launcher.supervisor;

/** A part could not be started. */
public final class PartFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the name of the part and its last lines. */
  public PartFailedException(String message) {
    super(message);
  }
}
