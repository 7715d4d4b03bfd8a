package io.dakenh.channels;

import io.dakenh.platform.problem.ProblemException;
import java.sql.SQLException;

/** What a failed statement means to whoever asked. */
public final class Storage {
  private Storage() {}

  /** The store is away or refused; the cause tells consumers whether trying again may help. */
  public static ProblemException failed(SQLException cause) {
    return ProblemException.unavailable("storage-unavailable", "Please try again.", cause);
  }
}
