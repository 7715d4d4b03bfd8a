package io.dakenh.livetalk.label;

import io.dakenh.livetalk.delivery.Fanout;
import io.dakenh.livetalk.delivery.Frames;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import io.dakenh.platform.time.Ids;
import io.dakenh.platform.web.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The labels of a business. */
@ApplicationScoped
class Labels {
  private static final int MOST = 100;
  private static final String SECTION = "labels";

  private final Database database;
  private final Fanout fanout;
  private final Clock clock;

  @Inject
  Labels(Database database, Fanout fanout, Clock clock) {
    this.database = database;
    this.fanout = fanout;
    this.clock = clock;
  }

  /** All of them, by name. */
  List<LabelView> all(UUID tenantId) {
    return database.list(
        "select id, name, color, version from label where tenant_id = ? order by name_key, id",
        Labels::read,
        tenantId);
  }

  /** One label. */
  Optional<LabelView> find(UUID tenantId, UUID id) {
    return database.first(
        "select id, name, color, version from label where tenant_id = ? and id = ?",
        Labels::read,
        tenantId,
        id);
  }

  LabelView create(UUID tenantId, LabelName name, String color) {
    return database.inTransaction(
        () -> {
          // Owners who add at once are counted one after the other.
          database.first(
              "select 1 from tenant where id = ? for no key update",
              row -> row.getInt(1),
              tenantId);
          int known =
              database
                  .first(
                      "select count(*) from label where tenant_id = ?",
                      row -> row.getInt(1),
                      tenantId)
                  .orElse(0);
          if (known >= MOST) {
            throw ProblemException.of(
                ProblemKind.RULE, "label-limit-reached", "At most " + MOST + " labels.");
          }
          LabelView created =
              database
                  .first(
                      """
                      insert into label (tenant_id, id, name, name_key, color, created_at) values (?, ?, ?, ?, ?, ?)
                      on conflict (tenant_id, name_key) do nothing
                      returning id, name, color, version""",
                      Labels::read,
                      tenantId,
                      Ids.next(),
                      name.shown(),
                      name.key(),
                      color,
                      clock.instant().truncatedTo(ChronoUnit.MILLIS))
                  .orElseThrow(Labels::taken);
          changed(tenantId, created.version());
          return created;
        });
  }

  LabelView change(UUID tenantId, UUID id, @Nullable String ifMatch, LabelName name, String color) {
    long expected = Preconditions.expectedVersion(ifMatch);
    return database.inTransaction(
        () -> {
          LabelView before = lock(tenantId, id);
          if (before.version() != expected) {
            throw Preconditions.stale();
          }
          if (otherHas(tenantId, id, name)) {
            throw taken();
          }
          LabelView after =
              database
                  .first(
                      """
                      update label set name = ?, name_key = ?, color = ?, version = version + 1
                      where tenant_id = ? and id = ? returning id, name, color, version""",
                      Labels::read,
                      name.shown(),
                      name.key(),
                      color,
                      tenantId,
                      id)
                  .orElseThrow();
          changed(tenantId, after.version());
          return after;
        });
  }

  /** Takes it off every conversation, too. */
  void delete(UUID tenantId, UUID id, @Nullable String ifMatch) {
    long expected = Preconditions.expectedVersion(ifMatch);
    database.inTransaction(
        () -> {
          if (lock(tenantId, id).version() != expected) {
            throw Preconditions.stale();
          }
          database.update("delete from label where tenant_id = ? and id = ?", tenantId, id);
          changed(tenantId, expected + 1);
          return Boolean.TRUE;
        });
  }

  private LabelView lock(UUID tenantId, UUID id) {
    // Names are compared while nobody else names a label.
    database.first(
        "select 1 from tenant where id = ? for no key update", row -> row.getInt(1), tenantId);
    return find(tenantId, id).orElseThrow(() -> ProblemException.notFound("label"));
  }

  private boolean otherHas(UUID tenantId, UUID id, LabelName name) {
    return database
        .first(
            "select 1 from label where tenant_id = ? and name_key = ? and id <> ?",
            row -> row.getInt(1),
            tenantId,
            name.key(),
            id)
        .isPresent();
  }

  private static ProblemException taken() {
    return ProblemException.conflict("label-name-exists", "There is a label of this name already.");
  }

  /** Open desks load their labels again. */
  private void changed(UUID tenantId, long version) {
    String frame = Frames.encode(new Frames.SettingsChanged(version, SECTION));
    database.afterCommit(() -> fanout.toAgents(tenantId, frame));
  }

  private static LabelView read(ResultSet row) throws SQLException {
    return new LabelView(
        row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getLong(4));
  }
}
