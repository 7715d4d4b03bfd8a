package io.dakenh.billing.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dakenh.platform.time.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who did what by hand, in the transaction that did it. */
final class OperatorAudit {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String ADD =
      """
      insert into billing_audit (id, tenant_id, actor_id, action, details, occurred_at)
      values (?, ?, ?, ?, ?::jsonb, now())""";

  private static final String PAGE =
      """
      select id, tenant_id, actor_id, action, details::text, occurred_at from billing_audit
      where (?::uuid is null or tenant_id = ?) and id < ? order by id desc limit ?""";

  private OperatorAudit() {}

  /**
   * One act.
   *
   * @param details what was asked for, as JSON
   */
  public record Entry(
      UUID id,
      @Nullable UUID tenantId,
      UUID actorId,
      String action,
      String details,
      Instant occurredAt) {}

  static void add(
      Connection connection,
      @Nullable UUID tenantId,
      UUID actorId,
      String action,
      Map<String, ?> details)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ADD)) {
      insert.setObject(1, Ids.next());
      insert.setObject(2, tenantId);
      insert.setObject(3, actorId);
      insert.setString(4, action);
      insert.setString(5, json(details));
      insert.executeUpdate();
    }
  }

  static List<Entry> page(Connection connection, @Nullable UUID tenantId, UUID before, int limit)
      throws SQLException {
    List<Entry> entries = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(PAGE)) {
      select.setObject(1, tenantId);
      select.setObject(2, tenantId);
      select.setObject(3, before);
      select.setInt(4, limit);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          entries.add(
              new Entry(
                  rows.getObject(1, UUID.class),
                  rows.getObject(2, UUID.class),
                  rows.getObject(3, UUID.class),
                  rows.getString(4),
                  rows.getString(5),
                  rows.getObject(6, OffsetDateTime.class).toInstant()));
        }
      }
    }
    return entries;
  }

  private static String json(Map<String, ?> details) {
    try {
      return JSON.writeValueAsString(details);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("an act cannot be noted", impossible);
    }
  }
}
