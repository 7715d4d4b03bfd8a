package io.dakenh.devstack.infra;

/** A part of the infrastructure could not be prepared, started or reached. */
public class InfraException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a sentence that says what to do, or what happened. */
  public InfraException(String message) {
    super(message);
  }

  /** With what caused it. */
  public InfraException(String message, Throwable cause) {
    super(message, cause);
  }
}
