package io.dakenh.livetalk.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes a value of the current row. */
@FunctionalInterface
public interface RowReader<T> {
  /** Reads the row the result stands on. */
  T read(ResultSet row) throws SQLException;
}
