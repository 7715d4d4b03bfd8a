package io.dakenh.channels.thread;

import io.dakenh.channels.db.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which message of ours is which of the provider's. */
@ApplicationScoped
@Transactional
public class MessageIds {
  private final Sql sql;

  @Inject
  MessageIds(Sql sql) {
    this.sql = sql;
  }

  /** A message both sides know. */
  public record Known(UUID messageId, UUID threadId, String externalId, boolean outgoing) {}

  /** Remembers one; false when the provider's id is known already. */
  public boolean add(
      UUID channelId,
      String externalId,
      UUID threadId,
      UUID messageId,
      boolean outgoing,
      Instant sentAt) {
    return sql.update(
            """
            insert into channel_message (channel_id, external_id, thread_id, message_id, outgoing, sent_at)
            values (?, ?, ?, ?, ?, ?) on conflict (channel_id, external_id) do nothing""",
            channelId,
            externalId,
            threadId,
            messageId,
            outgoing,
            sentAt)
        == 1;
  }

  /** By the provider's id. */
  public Optional<Known> find(UUID channelId, String externalId) {
    return sql.one(
        """
        select message_id, thread_id, external_id, outgoing from channel_message
        where channel_id = ? and external_id = ?""",
        MessageIds::read,
        channelId,
        externalId);
  }

  /** By ours; the first where a message went in several parts. */
  public Optional<Known> of(UUID channelId, UUID messageId) {
    return sql.one(
        """
        select message_id, thread_id, external_id, outgoing from channel_message
        where message_id = ? and channel_id = ? order by sent_at limit 1""",
        MessageIds::read,
        messageId,
        channelId);
  }

  /** Marks messages of ours up to a time; those that were not so marked before. */
  public List<UUID> markUpTo(UUID threadId, Instant upTo, boolean read, Instant at) {
    String column = read ? "read_at" : "delivered_at";
    return sql
        .list(
            "update channel_message set "
                + column
                + " = ? where thread_id = ? and outgoing and sent_at <= ? and read_at is null and "
                + column
                + " is null returning message_id",
            row -> Sql.id(row, "message_id"),
            at,
            threadId,
            upTo)
        .stream()
        .distinct()
        .toList();
  }

  /** Marks one message of ours; false when it was so marked before. */
  public boolean mark(UUID channelId, String externalId, boolean read, Instant at) {
    String column = read ? "read_at" : "delivered_at";
    return sql.update(
            "update channel_message set "
                + column
                + " = ? where channel_id = ? and external_id = ? and outgoing"
                + " and read_at is null and "
                + column
                + " is null",
            at,
            channelId,
            externalId)
        == 1;
  }

  private static Known read(ResultSet row) throws SQLException {
    return new Known(
        Sql.id(row, "message_id"),
        Sql.id(row, "thread_id"),
        row.getString("external_id"),
        row.getBoolean("outgoing"));
  }
}
