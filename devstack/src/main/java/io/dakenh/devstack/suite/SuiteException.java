package io.dakenh.devstack.suite;

/** The suite did not do what was asked. */
public final class SuiteException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what was asked and answered. */
  public SuiteException(String message) {
    super(message);
  }

  /** With what caused it. */
  public SuiteException(String message, Throwable cause) {
    super(message, cause);
  }
}
