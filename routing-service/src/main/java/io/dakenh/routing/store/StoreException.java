package io.dakenh.routing.store;

import java.sql.SQLException;

/** The database refused or is away; the cause tells which. */
public class StoreException extends RuntimeException {
  StoreException(SQLException cause) {
    super("the database did not answer as expected", cause);
  }
}
