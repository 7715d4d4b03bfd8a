package io.dakenh.livetalk.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.livetalk.store.Database;
import io.dakenh.livetalk.support.Business;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;

/**
 * The automatic messages of one business in the database. Its time moves by moving what is due
 * nearer: the database's clock, which decides, cannot be set.
 */
final class Timeline {
  static final String SYSTEM_MESSAGES =
      "select body from message where conversation_id = ? and author_kind = 'system' order by sequence";

  private final Database database;
  private final Business shop;
  private long version;

  Timeline(Database database, Business shop) {
    this.database = database;
    this.shop = shop;
  }

  /** A sequence as in the settings; nothing said: switched off. */
  static String sequence(int delay, int gap, String... contents) {
    String texts = contents.length == 0 ? "" : "\"" + String.join("\",\"", contents) + "\"";
    return "{\"enabled\": %s, \"startDelaySeconds\": %d, \"gapSeconds\": %d, \"contents\": [%s]}"
        .formatted(contents.length > 0, delay, gap, texts);
  }

  static final String OFF = sequence(60, 1);

  /** The owner publishes; returns when that is in force. */
  void publish(String start, String noReply, String offline) {
    publish(start, noReply, offline, "{\"facebook\": false, \"zalo\": false}");
  }

  void publish(String start, String noReply, String offline, String channels) {
    version++;
    shop.publishSection(
        "sequences",
        version,
        "{\"start\": %s, \"noReply\": %s, \"offline\": %s, \"channels\": %s}"
            .formatted(start, noReply, offline, channels));
    Awaitility.await("version " + version + " is in force")
        .until(
            () ->
                count(
                        "select count(*) from sequence_plan where tenant_id = ? and version = ?",
                        shop.id(),
                        version)
                    == 1);
    settle();
  }

  /** Waits until every note is worked off and nothing is due. */
  void settle() {
    Awaitility.await("nothing is due")
        .pollInterval(Duration.ofMillis(10))
        .until(
            () ->
                count(
                        """
                        select (select count(*) from sequence_note where tenant_id = ?)
                          + (select count(*) from sequence_watch where tenant_id = ? and next_due <= clock_timestamp())""",
                        shop.id(),
                        shop.id())
                    == 0);
  }

  /** Lets time pass for this business. */
  void pass(Duration time) {
    settle();
    age(time);
    settle();
  }

  /** The same without waiting for what follows. */
  void age(Duration time) {
    double seconds = time.toMillis() / 1000.0;
    database.update(
        """
        with past as (select make_interval(secs => ?) as by)
        update sequence_watch set since = since - by, start_due = start_due - by, no_reply_due = no_reply_due - by,
          offline_due = offline_due - by, next_due = next_due - by
        from past where tenant_id = ?""",
        seconds,
        shop.id());
  }

  /** What was sent automatically, in order. */
  List<String> said(UUID conversationId) {
    return database.list(SYSTEM_MESSAGES, row -> row.getString(1), conversationId);
  }

  /** When the next content of a sequence is due; empty while it does not run. */
  Optional<Instant> due(UUID conversationId, String column) {
    return database
        .list(
            "select " + column + " from sequence_watch where conversation_id = ?",
            row -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)),
            conversationId)
        .stream()
        .flatMap(Optional::stream)
        .map(OffsetDateTime::toInstant)
        .findFirst();
  }

  boolean watched(UUID conversationId) {
    return count("select count(*) from sequence_watch where conversation_id = ?", conversationId)
        > 0;
  }

  void assertSaid(UUID conversationId, String... texts) {
    settle();
    assertThat(said(conversationId)).containsExactly(texts);
  }

  long count(String sql, Object... values) {
    return database.first(sql, row -> row.getLong(1), values).orElseThrow();
  }
}
