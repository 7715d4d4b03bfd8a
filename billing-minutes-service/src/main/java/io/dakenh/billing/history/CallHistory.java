package io.dakenh.billing.history;

import io.agroal.api.AgroalDataSource;
import io.dakenh.billing.ledger.TenantWall;
import io.dakenh.billing.metering.CallStore;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.web.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads calls, newest first. */
@ApplicationScoped
class CallHistory {
  private static final String SELECT =
      """
      select c.call_id, c.conversation_id, c.visitor_name, c.media, c.state, c.outcome,
        c.started_at, c.joined_at, c.ended_at, c.duration_seconds, c.charged_seconds, c.month,
        c.fault, c.agents::text
      from call_record c where c.tenant_id = ?""";

  private static final String BEHIND = " and (c.started_at, c.call_id) < (?, ?)";
  private static final String ORDER = " order by c.started_at desc, c.call_id desc limit ?";

  private final AgroalDataSource database;

  @Inject
  CallHistory(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * Calls of a tenant.
   *
   * @param after behind this call, null for the newest ones
   */
  @Transactional
  List<CallView> find(UUID tenantId, CallFilter filter, int limit, @Nullable Cursor after) {
    CallFilter.Condition condition = filter.condition();
    List<Object> parameters = new ArrayList<>();
    parameters.add(tenantId);
    parameters.addAll(condition.parameters());
    String sql = SELECT + condition.sql();
    if (after != null) {
      sql += BEHIND;
      parameters.addAll(position(after));
    }
    parameters.add(limit);
    return run(tenantId, sql + ORDER, parameters);
  }

  private List<CallView> run(UUID tenantId, String sql, List<Object> parameters) {
    try (Connection connection = database.getConnection()) {
      TenantWall.openFor(connection, tenantId);
      try (PreparedStatement select = connection.prepareStatement(sql)) {
        for (int i = 0; i < parameters.size(); i++) {
          select.setObject(i + 1, parameters.get(i));
        }
        return read(select);
      }
    } catch (SQLException away) {
      throw ProblemException.unavailable("storage-unavailable", "Please try again.", away);
    }
  }

  static Cursor cursor(CallView call) {
    return Cursor.of(call.startedAt(), call.id());
  }

  private static List<Object> position(Cursor after) {
    try {
      return List.of(
          Instant.parse(after.values().getFirst()).atOffset(ZoneOffset.UTC),
          UUID.fromString(after.values().getLast()));
    } catch (DateTimeException | IllegalArgumentException notOurs) {
      throw ProblemException.invalid("/cursor", "cursor", "This cursor is not valid here.");
    }
  }

  private static List<CallView> read(PreparedStatement select) throws SQLException {
    List<CallView> calls = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        calls.add(
            new CallView(
                rows.getObject(1, UUID.class),
                rows.getObject(2, UUID.class),
                rows.getString(3),
                rows.getString(4),
                rows.getString(5),
                rows.getString(6),
                rows.getObject(7, OffsetDateTime.class).toInstant(),
                instant(rows, 8),
                instant(rows, 9),
                rows.getLong(10),
                rows.getLong(11),
                rows.getString(12),
                rows.getString(13),
                CallStore.agents(rows.getString(14)).stream()
                    .map(a -> new CallView.Agent(a.id(), a.name(), a.joinedAt(), a.leftAt()))
                    .toList()));
      }
    }
    return calls;
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
