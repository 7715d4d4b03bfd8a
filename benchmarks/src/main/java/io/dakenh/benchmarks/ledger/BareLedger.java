package io.dakenh.benchmarks.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The limits: a posting on bare tables, with a transaction each, and 256 with one statement. Bare
 * means one transfer, two entries and two balances, no constraints but the key, no wall, no names.
 */
final class BareLedger {
  private static final int BATCH = 256;
  private static final double NANOS_PER_SECOND = 1e9;

  private static final String TABLES =
      """
      create table if not exists bare_account (id int primary key, balance bigint not null);
      create table if not exists bare_transfer (id uuid primary key default gen_random_uuid(), seconds bigint not null);
      create table if not exists bare_entry (id bigint generated always as identity primary key,
        transfer_id uuid not null, account_id int not null, seconds bigint not null);
      insert into bare_account values (1, 1000000000000), (2, 0) on conflict do nothing""";

  private static final String ONE =
      """
      with t as (insert into bare_transfer (seconds) values (1) returning id),
        e as (insert into bare_entry (transfer_id, account_id, seconds)
          select id, 1, -1 from t union all select id, 2, 1 from t)
      update bare_account set balance = balance + case id when 1 then -1 else 1 end""";

  private static final String MANY =
      """
      with t as (insert into bare_transfer (seconds) select 1 from generate_series(1, ?) returning id),
        e as (insert into bare_entry (transfer_id, account_id, seconds)
          select id, 1, -1 from t union all select id, 2, 1 from t)
      update bare_account set balance = balance + case id when 1 then -1 else 1 end * ?""";

  private BareLedger() {}

  static void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(TABLES);
    }
  }

  /** Postings a second with a transaction each. */
  static double naive(Connection connection, int postings) throws SQLException {
    try (PreparedStatement post = connection.prepareStatement(ONE)) {
      long begin = System.nanoTime();
      for (int i = 0; i < postings; i++) {
        post.executeUpdate();
      }
      return postings * NANOS_PER_SECOND / (System.nanoTime() - begin);
    }
  }

  /** Postings a second, 256 with a transaction. */
  static double batched(Connection connection, int postings) throws SQLException {
    try (PreparedStatement post = connection.prepareStatement(MANY)) {
      long begin = System.nanoTime();
      for (int done = 0; done < postings; done += BATCH) {
        post.setInt(1, BATCH);
        post.setInt(2, BATCH);
        post.executeUpdate();
      }
      return postings * NANOS_PER_SECOND / (System.nanoTime() - begin);
    }
  }
}
