package io.dakenh.livetalk.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a business wants to be told what happens.
 *
 * @param state active, paused or disabled
 * @param formerUntil until then the former secret signs, too
 * @param failingSince since when nothing was taken; null while it works
 */
record Endpoint(
    UUID id,
    UUID tenantId,
    long version,
    String name,
    String url,
    List<String> events,
    String state,
    int secretNumber,
    @Nullable Instant formerUntil,
    @Nullable Instant failingSince,
    @Nullable Instant disabledAt,
    @Nullable String disabledBecause,
    Instant createdAt,
    int failures,
    long generation) {

  static final String COLUMNS =
      """
      id, tenant_id, version, name, url, events, state, secret_number, former_until, failing_since, disabled_at,
      disabled_because, created_at, failures, generation""";

  static Endpoint read(ResultSet row) throws SQLException {
    Instant created = time(row, 13);
    return new Endpoint(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getLong(3),
        row.getString(4),
        row.getString(5),
        List.of((String[]) row.getArray(6).getArray()),
        row.getString(7),
        row.getInt(8),
        time(row, 9),
        time(row, 10),
        time(row, 11),
        row.getString(12),
        created == null ? Instant.EPOCH : created,
        row.getInt(14),
        row.getLong(15));
  }

  private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  boolean active() {
    return state.equals("active");
  }
}
