package io.dakenh.livetalk.store;

import java.sql.SQLException;

/** What a failure of the database means for whoever asked. */
public final class SqlStates {
  private SqlStates() {}

  /** The driver's word for "I was interrupted", and whatever else is no answer of the database. */
  private static final String NO_ANSWER = "99999";

  /** Whether trying again later may succeed: connection, rollback, resources, operator, system. */
  public static boolean passing(SQLException failure) {
    String state = failure.getSQLState();
    return state == null
        || state.equals(NO_ANSWER)
        || state.startsWith("08")
        || state.startsWith("40")
        || state.startsWith("53")
        || state.equals("55P03")
        || state.startsWith("57")
        || state.startsWith("58");
  }

  /** Whether the connection is gone, and with it probably all others of the pool. */
  public static boolean connectionLost(SQLException failure) {
    String state = failure.getSQLState();
    return state != null && (state.startsWith("08") || state.startsWith("57P"));
  }

  /** Whether another transaction stored the same key first. */
  public static boolean duplicate(SQLException failure) {
    return "23505".equals(failure.getSQLState());
  }
}
