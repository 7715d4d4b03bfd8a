package io.dakenh.platform.relational.erasure;

import java.sql.SQLException;

/** The database did not do its part of an erasure; it goes on later. */
final class ErasureStoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ErasureStoreException(String what, SQLException cause) {
    super(what, cause);
  }
}
