package io.dakenh.routing.store;

import java.sql.SQLException;

/** The database refused or is away; the cause tells which. */
public class StoreException extends RuntimeException {
  StoreException(SQLException cause) {
    super("the database did not answer as expected", cause);
  }

  /**
   * Whether the same work may succeed in a moment: the database is away, or two transactions stood
   * in each other's way.
   */
  public static boolean mayPass(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        return state == null
            || state.startsWith("08")
            || state.startsWith("40")
            || state.startsWith("53")
            || state.startsWith("55")
            || state.startsWith("57")
            || state.startsWith("58");
      }
    }
    return false;
  }
}
