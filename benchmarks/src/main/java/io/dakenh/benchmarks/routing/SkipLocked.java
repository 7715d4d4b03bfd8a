package io.dakenh.benchmarks.routing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The limit: due rows claimed in batches with SKIP LOCKED and marked as done, and nothing else. */
final class SkipLocked {
  private static final int BATCH = 64;
  private static final double NANOS_PER_SECOND = 1e9;

  private SkipLocked() {}

  /** Rows a second of one loop. */
  static double rowsPerSecond(RoutingStage stage, int rows) {
    try (Connection connection = stage.database()) {
      try (Statement prepare = connection.createStatement()) {
        prepare.execute("drop table if exists bare_timer");
        prepare.execute(
            "create table bare_timer (id uuid primary key default gen_random_uuid(), due timestamptz not null, done boolean not null default false)");
        prepare.execute(
            "insert into bare_timer (due) select clock_timestamp() from generate_series(1, "
                + rows
                + ")");
        prepare.execute("create index on bare_timer (due) where not done");
      }
      connection.setAutoCommit(false);
      try (PreparedStatement claim =
          connection.prepareStatement(
              """
              update bare_timer set done = true where id in (
                select id from bare_timer where not done and due <= clock_timestamp() order by due limit ? for update skip locked)""")) {
        claim.setInt(1, BATCH);
        long begin = System.nanoTime();
        while (claim.executeUpdate() > 0) {
          connection.commit();
        }
        connection.commit();
        return rows * NANOS_PER_SECOND / (System.nanoTime() - begin);
      }
    } catch (SQLException refused) {
      throw new IllegalStateException("the bare limit cannot be measured", refused);
    }
  }
}
