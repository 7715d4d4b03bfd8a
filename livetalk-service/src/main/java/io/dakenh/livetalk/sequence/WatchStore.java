package io.dakenh.livetalk.sequence;

import io.dakenh.livetalk.message.ReplyRules;
import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@code sequence_watch}; due rows are claimed until the transaction ends. */
@ApplicationScoped
class WatchStore {
  /**
   * The sub-select makes the clock a constant of the statement, so that the index serves the
   * comparison. A conversation that is gone counts as closed.
   */
  private static final String CLAIM =
      """
      select w.*, coalesce(c.state = 'open', false) as open, coalesce(c.answered_sequence, 0) as answered,
        coalesce(c.channel_kind, '') as channel_kind, c.department_id, clock_timestamp() as now,
        AUTOMATIC as may_speak
      from sequence_watch w left join conversation c on c.id = w.conversation_id
      where w.next_due <= (select clock_timestamp())
      order by w.next_due limit ? for update of w skip locked"""
          .replace("AUTOMATIC", ReplyRules.AUTOMATIC);

  private static final String UPDATE =
      """
      update sequence_watch set seen_streak = ?, seen_online = ?,
        start_streak = ?, start_version = ?, start_next = ?, start_due = ?,
        no_reply_streak = ?, no_reply_version = ?, no_reply_next = ?, no_reply_due = ?,
        offline_streak = ?, offline_version = ?, offline_next = ?, offline_due = ?,
        next_due = ?
      where conversation_id = ?""";

  private static final String UNTIL_NEXT =
      """
      select (extract(epoch from due - clock_timestamp()) * 1000000)::bigint
      from (select least((select min(next_due) from sequence_watch where next_due is not null),
                         (select noted_at from sequence_note order by id limit 1)) as due) as next
      where due is not null""";

  private static final Map<SequenceKind, String> COLUMNS =
      new EnumMap<>(
          Map.of(
              SequenceKind.START, "start",
              SequenceKind.NO_REPLY, "no_reply",
              SequenceKind.OFFLINE, "offline"));

  private final Database database;

  @Inject
  WatchStore(Database database) {
    this.database = database;
  }

  /**
   * A watch that is due, with what was read about its conversation.
   *
   * @param departmentId null for the default one
   * @param maySpeak whether the channel lets automatic messages be written
   * @param now the database's clock
   */
  record Claimed(
      Watch watch,
      boolean open,
      long answered,
      String channelKind,
      @Nullable UUID departmentId,
      boolean maySpeak,
      Instant now) {}

  /** Claims what is due longest and nobody else is working on. */
  List<Claimed> claimDue(int limit) {
    return database.list(CLAIM, WatchStore::claimed, limit);
  }

  /** A watch as it is from now on, and when to look at it again. */
  record Moved(Watch watch, @Nullable Instant nextDue) {}

  void move(List<Moved> moved) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Moved each : moved) {
      Watch watch = each.watch();
      List<@Nullable Object> values = new ArrayList<>();
      values.add(watch.seenStreak());
      values.add(watch.seenOnline());
      for (SequenceKind kind : SequenceKind.values()) {
        Run run = watch.run(kind);
        values.add(run.streak());
        values.add(run.version());
        values.add(run.next());
        values.add(run.due());
      }
      values.add(each.nextDue());
      values.add(watch.conversationId());
      rows.add(values.toArray());
    }
    database.updateEach(UPDATE, rows);
  }

  void forget(List<UUID> conversationIds) {
    if (!conversationIds.isEmpty()) {
      database.update(
          "delete from sequence_watch where conversation_id = any (?)",
          (Object) conversationIds.toArray(UUID[]::new));
    }
  }

  /** Puts the one that is due longest aside, so that it does not hold up the others. */
  Optional<UUID> postponeFirst(Duration pause) {
    return database.first(
        """
        update sequence_watch set next_due = clock_timestamp() + make_interval(secs => ?)
        where conversation_id = (
          select conversation_id from sequence_watch where next_due <= (select clock_timestamp())
          order by next_due limit 1 for update skip locked)
        returning conversation_id""",
        row -> row.getObject(1, UUID.class),
        pause.toMillis() / 1000.0);
  }

  /** How long until something is due, not positive if it is; empty when nothing waits. */
  Optional<Duration> untilNext() {
    return database.first(UNTIL_NEXT, row -> Duration.of(row.getLong(1), ChronoUnit.MICROS));
  }

  private static Claimed claimed(ResultSet row) throws SQLException {
    Map<SequenceKind, Run> runs = new EnumMap<>(SequenceKind.class);
    for (Map.Entry<SequenceKind, String> columns : COLUMNS.entrySet()) {
      runs.put(columns.getKey(), run(row, columns.getValue()));
    }
    Watch watch =
        new Watch(
            row.getObject("tenant_id", UUID.class),
            row.getObject("conversation_id", UUID.class),
            row.getLong("streak"),
            instant(row, "since"),
            row.getObject("seen_streak", Long.class),
            row.getBoolean("seen_online"),
            runs);
    return new Claimed(
        watch,
        row.getBoolean("open"),
        row.getLong("answered"),
        row.getString("channel_kind"),
        row.getObject("department_id", UUID.class),
        row.getBoolean("may_speak"),
        instant(row, "now"));
  }

  private static Run run(ResultSet row, String columns) throws SQLException {
    Long streak = row.getObject(columns + "_streak", Long.class);
    if (streak == null) {
      return Run.NEVER;
    }
    OffsetDateTime due = row.getObject(columns + "_due", OffsetDateTime.class);
    return new Run(
        streak,
        row.getLong(columns + "_version"),
        row.getInt(columns + "_next"),
        due == null ? null : due.toInstant());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
