package io.dakenh.livetalk.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something one endpoint is to be told.
 *
 * @param state {@code waiting}, {@code delivered} or {@code failed}
 * @param attempts so far, since it was made or replayed
 */
record Delivery(
    UUID id,
    UUID tenantId,
    UUID endpointId,
    UUID eventId,
    String type,
    Instant occurredAt,
    String data,
    @Nullable UUID conversationId,
    @Nullable Long sequence,
    @Nullable UUID visitorId,
    String state,
    int attempts,
    Instant dueAt,
    Instant createdAt,
    @Nullable Instant attemptedAt,
    @Nullable Integer status,
    @Nullable String failure,
    @Nullable Long durationMillis,
    @Nullable String answer) {

  static final String COLUMNS =
      """
      id, tenant_id, endpoint_id, event_id, type, occurred_at, data, conversation_id, sequence, visitor_id,
      state, attempts, due_at, created_at, attempted_at, status, failure, duration_millis, answer""";

  static Delivery read(ResultSet row) throws SQLException {
    return new Delivery(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getObject(3, UUID.class),
        row.getObject(4, UUID.class),
        row.getString(5),
        time(row, 6),
        row.getString(7),
        row.getObject(8, UUID.class),
        row.getObject(9, Long.class),
        row.getObject(10, UUID.class),
        row.getString(11),
        row.getInt(12),
        time(row, 13),
        time(row, 14),
        row.getObject(15) == null ? null : time(row, 15),
        row.getObject(16, Integer.class),
        row.getString(17),
        row.getObject(18, Long.class),
        row.getString(19));
  }

  private static Instant time(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
