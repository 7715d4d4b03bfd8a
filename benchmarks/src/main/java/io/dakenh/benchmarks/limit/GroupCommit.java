package io.dakenh.benchmarks.limit;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.LongConsumer;

/** One writer that commits everything queued as one multi-row INSERT, then tells who waits. */
final class GroupCommit {
  private static final int MAX_BATCH = 512;
  private static final String TABLE =
      """
      create table if not exists relay_message (
        room int not null,
        sequence bigint not null,
        client_message_id uuid not null,
        text text not null,
        sent_at timestamptz not null default now(),
        primary key (room, sequence),
        unique (room, client_message_id))
      """;
  private static final String INSERT =
      """
      insert into relay_message (room, sequence, client_message_id, text)
      select * from unnest(?::int[], ?::bigint[], ?::uuid[], ?::text[])
      """;

  private record Row(
      int room, String clientMessageId, String text, Context waiter, LongConsumer stored) {}

  private final BlockingQueue<Row> queue = new LinkedBlockingQueue<>();
  private final Map<Integer, Long> sequences = new HashMap<>();
  private final Connection connection;

  private GroupCommit(Connection connection) {
    this.connection = connection;
  }

  static GroupCommit start(String url, String user, String password) {
    try {
      Connection connection = DriverManager.getConnection(url, user, password);
      try (Statement statement = connection.createStatement()) {
        statement.execute(TABLE);
      }
      connection.setAutoCommit(false);
      GroupCommit store = new GroupCommit(connection);
      Thread.ofPlatform()
          .name("writer")
          .uncaughtExceptionHandler(GroupCommit::endTheProcess)
          .start(store::write);
      return store;
    } catch (SQLException e) {
      throw new IllegalStateException("the durable relay cannot use its database", e);
    }
  }

  /** A relay that no longer stores must not look as if it were slow. */
  private static void endTheProcess(Thread writer, Throwable cause) {
    System.getLogger(GroupCommit.class.getName())
        .log(System.Logger.Level.ERROR, "the writer failed", cause);
    Runtime.getRuntime().halt(1);
  }

  /** Stores a message; {@code stored} is called on the caller's event loop after the commit. */
  void store(int room, String clientMessageId, String text, LongConsumer stored) {
    queue.add(new Row(room, clientMessageId, text, Vertx.currentContext(), stored));
  }

  private void write() {
    List<Row> batch = new ArrayList<>(MAX_BATCH);
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      while (!Thread.currentThread().isInterrupted()) {
        batch.clear();
        batch.add(queue.take());
        queue.drainTo(batch, MAX_BATCH - 1);
        commit(insert, batch);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the durable relay cannot write", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void commit(PreparedStatement insert, List<Row> batch) throws SQLException {
    int size = batch.size();
    Object[] rooms = new Object[size];
    Object[] numbers = new Object[size];
    Object[] ids = new Object[size];
    Object[] texts = new Object[size];
    for (int i = 0; i < size; i++) {
      Row row = batch.get(i);
      rooms[i] = row.room;
      numbers[i] = sequences.merge(row.room, 1L, Long::sum);
      ids[i] = row.clientMessageId;
      texts[i] = row.text;
    }
    insert.setArray(1, connection.createArrayOf("int4", rooms));
    insert.setArray(2, connection.createArrayOf("int8", numbers));
    insert.setArray(3, connection.createArrayOf("text", ids));
    insert.setArray(4, connection.createArrayOf("text", texts));
    insert.executeUpdate();
    connection.commit();
    List<Row> done = List.copyOf(batch);
    done.getFirst()
        .waiter
        .runOnContext(
            nothing -> {
              for (int i = 0; i < size; i++) {
                done.get(i).stored.accept((Long) numbers[i]);
              }
            });
  }
}
