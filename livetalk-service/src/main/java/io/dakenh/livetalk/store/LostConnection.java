package io.dakenh.livetalk.store;

/** The connection broke under the statement; the pool's idle ones were dropped with it. */
final class LostConnection extends RuntimeException {
  LostConnection(Throwable cause) {
    super("the connection to the database was lost", cause);
  }
}
