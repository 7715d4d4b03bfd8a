package io.dakenh.config.storage;

/** A unique index refused the write: another document holds the value. */
public class DuplicateKeyException extends RuntimeException {
  DuplicateKeyException(Throwable cause) {
    super("a unique index refused the write", cause);
  }
}
