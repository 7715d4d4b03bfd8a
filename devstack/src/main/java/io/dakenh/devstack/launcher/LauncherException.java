package io.dakenh.devstack.launcher;

/** Something the person at the keyboard should read; shown without a stack trace. */
final class LauncherException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LauncherException(String message) {
    super(message);
  }

  LauncherException(String message, Throwable cause) {
    super(message, cause);
  }
}
