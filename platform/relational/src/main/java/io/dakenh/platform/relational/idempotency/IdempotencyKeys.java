package io.dakenh.platform.relational.idempotency;

import io.agroal.api.AgroalDataSource;
import io.dakenh.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Honours {@code Idempotency-Key}: the same key and body replays the first answer, another body is
 * refused. The key is a row of the transaction that does the work, so a crash in between leaves
 * neither.
 */
@ApplicationScoped
public class IdempotencyKeys {
  private static final int LONGEST_KEY = 128;

  private final AgroalDataSource database;

  @Inject
  IdempotencyKeys(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * Runs the work once per key.
   *
   * @param key from the request; null runs the work without remembering
   * @param operation what is being created, so that one key can serve two endpoints
   * @param request canonical form of the request body
   * @param work returns the JSON to answer with
   */
  @Transactional
  public String once(
      UUID tenantId,
      @Nullable String key,
      String operation,
      String request,
      Supplier<String> work) {
    if (key == null) {
      return work.get();
    }
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw ProblemException.invalid(
          "/Idempotency-Key", "size", "The Idempotency-Key has 1 to 128 characters.");
    }
    String hash = sha256(request);
    try (Connection connection = database.getConnection()) {
      if (!reserve(connection, tenantId, key, operation, hash)) {
        return replay(connection, tenantId, key, operation, hash);
      }
      String answer = work.get();
      remember(connection, tenantId, key, operation, answer);
      return answer;
    } catch (SQLException failed) {
      throw ProblemException.unavailable("storage-unavailable", "Please try again.", failed);
    }
  }

  /** A second request with the same key waits here until the first one commits or rolls back. */
  private static boolean reserve(
      Connection connection, UUID tenantId, String key, String operation, String hash)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into idempotency_key (tenant_id, key, operation, request_hash) values (?, ?, ?, ?)
            on conflict do nothing""")) {
      insert.setObject(1, tenantId);
      insert.setString(2, key);
      insert.setString(3, operation);
      insert.setString(4, hash);
      return insert.executeUpdate() == 1;
    }
  }

  private static String replay(
      Connection connection, UUID tenantId, String key, String operation, String hash)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select request_hash, answer from idempotency_key where tenant_id = ? and key = ? and operation = ?")) {
      select.setObject(1, tenantId);
      select.setString(2, key);
      select.setString(3, operation);
      try (ResultSet row = select.executeQuery()) {
        if (row.next() && row.getString(1).equals(hash)) {
          return row.getString(2);
        }
      }
    }
    throw ProblemException.conflict(
        "idempotency-key-reused", "This Idempotency-Key was used for another request.");
  }

  private static void remember(
      Connection connection, UUID tenantId, String key, String operation, String answer)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update idempotency_key set answer = ? where tenant_id = ? and key = ? and operation = ?")) {
      update.setString(1, answer);
      update.setObject(2, tenantId);
      update.setString(3, key);
      update.setString(4, operation);
      update.executeUpdate();
    }
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
