package io.dakenh.channels.outbound;

import io.dakenh.channels.db.Sql;
import io.dakenh.channels.provider.Messenger.Mode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages to be sent and their parts, one call to the provider each. */
@ApplicationScoped
@Transactional
class Parts {
  private static final String PART =
      """
      select p.message_id, p.number, p.correlation, p.words, p.media_id, p.source_path, p.file_name,
        p.state, p.started_at, p.resends from outbound_part p\s""";

  private final Sql sql;
  private final Clock clock;

  @Inject
  Parts(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** A message that waits. */
  record Outgoing(
      UUID messageId,
      UUID channelId,
      UUID threadId,
      int attempt,
      boolean byAgent,
      Mode mode,
      boolean chargedConsent,
      @Nullable String replyTo,
      int tries,
      Instant requestedAt) {}

  /** One call. */
  record OutgoingPart(
      UUID messageId,
      int number,
      UUID correlation,
      @Nullable String words,
      @Nullable UUID mediaId,
      @Nullable String sourcePath,
      @Nullable String fileName,
      String state,
      @Nullable Instant startedAt,
      int resends) {
    OutgoingPart begun(Instant at) {
      return new OutgoingPart(
          messageId, number, correlation, words, mediaId, sourcePath, fileName, state, at, resends);
    }
  }

  /** The oldest message of a thread that waits. */
  Optional<Outgoing> next(UUID threadId) {
    return sql.one(
        """
        select message_id, channel_id, thread_id, attempt, author_kind, mode, charged_consent,
          reply_to, tries, requested_at
        from outbound_message where thread_id = ? and state = 'waiting' order by position limit 1""",
        row ->
            new Outgoing(
                Sql.id(row, "message_id"),
                Sql.id(row, "channel_id"),
                Sql.id(row, "thread_id"),
                row.getInt("attempt"),
                "agent".equals(row.getString("author_kind")),
                Mode.valueOf(row.getString("mode").toUpperCase(Locale.ROOT)),
                row.getBoolean("charged_consent"),
                row.getString("reply_to"),
                row.getInt("tries"),
                Sql.time(row, "requested_at")),
        threadId);
  }

  /** The first part of a message that is not sent. */
  Optional<OutgoingPart> open(UUID messageId) {
    return sql.one(
        PART + "where p.message_id = ? and p.state <> 'sent' order by p.number limit 1",
        Parts::read,
        messageId);
  }

  /** Files of waiting messages that were not fetched yet. */
  List<OutgoingPart> unfetched(UUID threadId) {
    return sql.list(
        PART
            + """
              join outbound_message m on m.message_id = p.message_id
              where m.thread_id = ? and m.state = 'waiting' and p.source_path is not null
                and p.media_id is null order by m.position, p.number""",
        Parts::read,
        threadId);
  }

  void fetched(OutgoingPart part, UUID mediaId) {
    sql.update(
        "update outbound_part set media_id = ? where message_id = ? and number = ?",
        mediaId,
        part.messageId(),
        part.number());
  }

  /** A call is about to be made; how often it was made before without an outcome. */
  void sending(OutgoingPart part, boolean again, Instant begun) {
    sql.update(
        """
        update outbound_part set state = 'sending', started_at = ?, resends = resends + ?
        where message_id = ? and number = ? and state <> 'sent'""",
        begun,
        again ? 1 : 0,
        part.messageId(),
        part.number());
  }

  /** The outcome of a call is not known, or known to be none. */
  void back(OutgoingPart part, boolean unknown) {
    sql.update(
        """
        update outbound_part set state = ? where message_id = ? and number = ?
          and state = 'sending'""",
        unknown ? "unknown" : "waiting",
        part.messageId(),
        part.number());
  }

  void tried(UUID messageId) {
    sql.update("update outbound_message set tries = tries + 1 where message_id = ?", messageId);
  }

  /**
   * Marks a part as sent; false when it was before. The words of one that was sent again stay for a
   * while: the echo of the first time may still come.
   */
  boolean sent(UUID messageId, int number, String externalId) {
    return sql.update(
            """
            update outbound_part set state = 'sent', external_id = ?, source_path = null,
              words = case when resends > 0 then words end where message_id = ? and number = ? and state <> 'sent'""",
            externalId,
            messageId,
            number)
        == 1;
  }

  /** Marks a message as sent when all its parts are; says its attempt then. */
  Optional<Integer> complete(UUID messageId) {
    return sql.one(
        """
        update outbound_message set state = 'sent', failure_code = null, changed_at = ?
        where message_id = ? and state <> 'sent' and not exists
          (select 1 from outbound_part where message_id = ? and state <> 'sent')
        returning attempt""",
        row -> row.getInt(1),
        clock.instant(),
        messageId,
        messageId);
  }

  /** Gives a message up. Words stay only where an echo may still have to be compared. */
  void failed(UUID messageId, String failureCode) {
    sql.update(
        """
        update outbound_message set state = 'failed', failure_code = ?, changed_at = ?
        where message_id = ? and state = 'waiting'""",
        failureCode,
        clock.instant(),
        messageId);
    sql.update(
        "update outbound_part set words = null where message_id = ? and state = 'waiting'",
        messageId);
  }

  /** The part a correlation was given to. */
  Optional<OutgoingPart> byCorrelation(UUID correlation) {
    return sql.one(PART + "where p.correlation = ?", Parts::read, correlation);
  }

  /** Parts of a thread whose calls have no outcome yet. */
  List<OutgoingPart> inDoubt(UUID threadId) {
    return sql.list(
        PART
            + """
              join outbound_message m on m.message_id = p.message_id
              where m.thread_id = ? and p.state in ('sending', 'unknown')
              order by m.position, p.number""",
        Parts::read,
        threadId);
  }

  /** Parts of a thread that were sent again because nothing was heard of the first time. */
  List<OutgoingPart> resent(UUID threadId) {
    return sql.list(
        PART
            + """
              join outbound_message m on m.message_id = p.message_id
              where m.thread_id = ? and p.state = 'sent' and p.resends > 0""",
        Parts::read,
        threadId);
  }

  /** The thread, channel and beginning of a part's call. */
  record Origin(UUID threadId, UUID channelId, Mode mode) {}

  Optional<Origin> origin(UUID messageId) {
    return sql.one(
        "select thread_id, channel_id, mode from outbound_message where message_id = ?",
        row ->
            new Origin(
                Sql.id(row, "thread_id"),
                Sql.id(row, "channel_id"),
                Mode.valueOf(row.getString("mode").toUpperCase(Locale.ROOT))),
        messageId);
  }

  /** Forgets messages that ended long ago. */
  int prune(Instant before) {
    return sql.update(
        """
        delete from outbound_message where message_id in (select message_id from outbound_message
          where state <> 'waiting' and changed_at < ? order by changed_at limit 1000)""",
        before);
  }

  private static OutgoingPart read(ResultSet row) throws SQLException {
    return new OutgoingPart(
        Sql.id(row, "message_id"),
        row.getInt("number"),
        Sql.id(row, "correlation"),
        row.getString("words"),
        row.getObject("media_id", UUID.class),
        row.getString("source_path"),
        row.getString("file_name"),
        row.getString("state"),
        Sql.instant(row, "started_at"),
        row.getInt("resends"));
  }
}
