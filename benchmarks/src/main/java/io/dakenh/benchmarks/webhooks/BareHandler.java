package io.dakenh.benchmarks.webhooks;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The bare limit: HTTP, HMAC and one commit for everything queued; nothing else. A process of its
 * own.
 */
public final class BareHandler {
  private static final int MAX_BATCH = 256;
  private static final String TABLE =
      """
      create table if not exists delivery (
        position bigint generated always as identity primary key,
        digest bytea not null unique, body bytea not null)""";
  private static final String INSERT =
      """
      insert into delivery (digest, body) select * from unnest(?::bytea[], ?::bytea[])
      on conflict do nothing""";

  private record Waiting(byte[] body, HttpServerRequest request, Context loop) {}

  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();

  private BareHandler() {}

  /** Arguments: port, JDBC address, user, password. */
  public static void main(String[] arguments) {
    BareHandler handler = new BareHandler();
    Thread.ofPlatform()
        .name("writer")
        .uncaughtExceptionHandler((thread, cause) -> Runtime.getRuntime().halt(1))
        .start(() -> handler.write(arguments[1], arguments[2], arguments[3]));
    Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2))
        .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setTcpNoDelay(true))
        .requestHandler(handler::handle)
        .listen(Integer.parseInt(arguments[0]));
  }

  private void handle(HttpServerRequest request) {
    Context loop = Vertx.currentContext();
    request.bodyHandler(
        body -> {
          String right = "sha256=" + HexFormat.of().formatHex(SignedBodies.hmac(body.getBytes()));
          if (right.equals(request.getHeader("X-Hub-Signature-256"))) {
            queue.add(new Waiting(body.getBytes(), request, loop));
          } else {
            request.response().setStatusCode(403).end();
          }
        });
  }

  private void write(String url, String user, String password) {
    List<Waiting> batch = new ArrayList<>(MAX_BATCH);
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(TABLE);
      }
      write(connection, batch);
    } catch (SQLException | NoSuchAlgorithmException failed) {
      throw new IllegalStateException("the bare handler cannot write", failed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(Connection connection, List<Waiting> batch)
      throws SQLException, NoSuchAlgorithmException, InterruptedException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      while (!Thread.currentThread().isInterrupted()) {
        batch.clear();
        batch.add(queue.take());
        queue.drainTo(batch, MAX_BATCH - 1);
        byte[][] digests = new byte[batch.size()][];
        byte[][] bodies = new byte[batch.size()][];
        for (int i = 0; i < batch.size(); i++) {
          bodies[i] = batch.get(i).body();
          digests[i] = MessageDigest.getInstance("SHA-256").digest(bodies[i]);
        }
        insert.setArray(1, connection.createArrayOf("bytea", digests));
        insert.setArray(2, connection.createArrayOf("bytea", bodies));
        insert.executeUpdate();
        for (Waiting one : batch) {
          one.loop().runOnContext(nothing -> one.request().response().end());
        }
      }
    }
  }
}
