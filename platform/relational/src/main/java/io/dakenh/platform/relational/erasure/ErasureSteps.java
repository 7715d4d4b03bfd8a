package io.dakenh.platform.relational.erasure;

import io.dakenh.contracts.erasure.TenantErased;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.platform.event.EventJson;
import io.dakenh.platform.relational.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What one transaction of an erasure does. */
@ApplicationScoped
class ErasureSteps {
  private static final Logger LOG = Logger.getLogger(ErasureSteps.class);
  private static final int MOST_ROWS = 1_000;

  private static final String CLAIM =
      """
      select tenant_id, erasure_id, step, found, erased::text, erased_at,
        began < pg_snapshot_xmin(pg_current_snapshot()) as settled
      from tenant_erasure where due_at <= clock_timestamp() order by due_at limit 1
      for update skip locked""";

  private static final String KEEP =
      """
      update tenant_erasure set step = ?, found = ?, erased = ?::jsonb,
        due_at = clock_timestamp() + make_interval(secs => ?)
      where tenant_id = ?""";

  private static final String FINISH =
      """
      update tenant_erasure set erased_at = clock_timestamp(), step = 0, found = false,
        due_at = clock_timestamp() + interval '1 hour'
      where tenant_id = ?""";

  private static final String REST = "update tenant_erasure set due_at = null where tenant_id = ?";

  private static final String ANSWER =
      """
      select erasure_id, erased::text, erased_at from tenant_erasure
      where tenant_id = ? and erased_at is not null""";

  private final TenantTables tables;
  private final Outbox outbox;
  private final Clock clock;
  private final String service;

  @Inject
  ErasureSteps(
      TenantTables tables,
      Outbox outbox,
      Clock clock,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.tables = tables;
    this.outbox = outbox;
    this.clock = clock;
    this.service = service;
  }

  private record Work(
      UUID tenantId,
      UUID erasureId,
      int step,
      boolean found,
      SortedMap<String, Long> counts,
      @Nullable Instant erasedAt,
      boolean settled) {}

  /** Does a share of the erasure that is due longest; false when there is none to be had. */
  boolean takeOne(Connection connection) throws SQLException {
    Work work = claim(connection);
    if (work == null) {
      return false;
    }
    tables.open(connection, work.tenantId());
    ErasureBatch batch =
        new ErasureBatch(connection, work.tenantId(), clock.instant(), work.counts(), MOST_ROWS);
    List<ErasedRows> rows = tables.erased();
    int step = work.step();
    while (step < rows.size() && batch.left() > 0) {
      if (rows.get(step).removeSome(batch)) {
        step++;
      }
    }
    outbox.addAll(batch.forgotten());
    boolean found = work.found() || batch.left() < MOST_ROWS;
    if (step < rows.size()) {
      keep(connection, work, step, found, 0);
    } else if (found) {
      keep(connection, work, 0, false, 0);
    } else if (!work.settled()) {
      keep(connection, work, 0, false, 0.2);
    } else if (work.erasedAt() == null) {
      finish(connection, work);
    } else {
      execute(connection, REST, work.tenantId());
    }
    return true;
  }

  private static @Nullable Work claim(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(CLAIM);
        ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        return null;
      }
      OffsetDateTime erasedAt = row.getObject(6, OffsetDateTime.class);
      return new Work(
          row.getObject(1, UUID.class),
          row.getObject(2, UUID.class),
          row.getInt(3),
          row.getBoolean(4),
          counts(row.getString(5)).map(),
          erasedAt == null ? null : erasedAt.toInstant(),
          row.getBoolean(7));
    }
  }

  private static ErasedCounts counts(String json) {
    try {
      return EventJson.read(json.getBytes(StandardCharsets.UTF_8), ErasedCounts.class);
    } catch (IOException broken) {
      throw new IllegalStateException("the counts of an erasure cannot be read", broken);
    }
  }

  /** What is found after the answer went out is not counted any more, but it is told. */
  private static void keep(
      Connection connection, Work work, int step, boolean found, double pauseSeconds)
      throws SQLException {
    if (work.erasedAt() != null && found) {
      LOG.warnf("something of an erased business was found and removed: %s", work.tenantId());
    }
    try (PreparedStatement update = connection.prepareStatement(KEEP)) {
      update.setInt(1, step);
      update.setBoolean(2, found);
      update.setString(3, TenantErasure.json(ErasedCounts.of(work.counts())));
      update.setDouble(4, pauseSeconds);
      update.setObject(5, work.tenantId());
      update.executeUpdate();
    }
  }

  private void finish(Connection connection, Work work) throws SQLException {
    execute(connection, FINISH, work.tenantId());
    answer(connection, work.tenantId(), work.erasureId(), work.counts(), clock.instant());
    LOG.infof("a business is erased here: tenantId=%s", work.tenantId());
  }

  private void answer(
      Connection connection,
      UUID tenantId,
      UUID erasureId,
      SortedMap<String, Long> counts,
      Instant erasedAt)
      throws SQLException {
    outbox.add(
        EventCatalog.TENANT_ERASED,
        tenantId,
        tenantId,
        new TenantErased(
            tenantId,
            erasureId,
            service,
            ErasedCounts.of(counts).counts(),
            kept(connection, tenantId),
            erasedAt));
  }

  void answerAgain(Connection connection, UUID tenantId) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(ANSWER)) {
      select.setObject(1, tenantId);
      try (ResultSet row = select.executeQuery()) {
        if (row.next()) {
          tables.open(connection, tenantId);
          answer(
              connection,
              tenantId,
              row.getObject(1, UUID.class),
              counts(row.getString(2)).map(),
              row.getObject(3, OffsetDateTime.class).toInstant());
        }
      }
    }
  }

  private List<TenantErased.Count> kept(Connection connection, UUID tenantId) throws SQLException {
    List<TenantErased.Count> kept = new ArrayList<>();
    for (KeptTable table : tables.kept()) {
      if (table.counted()) {
        try (PreparedStatement select =
            connection.prepareStatement(
                "select count(*) from %s where tenant_id = ?".formatted(table.name()))) {
          select.setObject(1, tenantId);
          try (ResultSet row = select.executeQuery()) {
            row.next();
            kept.add(new TenantErased.Count(table.name(), row.getLong(1)));
          }
        }
      }
    }
    return kept;
  }

  private static void execute(Connection connection, String sql, UUID tenantId)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setObject(1, tenantId);
      update.executeUpdate();
    }
  }
}
