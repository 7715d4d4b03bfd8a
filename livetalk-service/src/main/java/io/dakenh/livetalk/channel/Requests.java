package io.dakenh.livetalk.channel;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.ChannelActionRequested;
import io.dakenh.contracts.livetalk.ChannelMessageRequested;
import io.dakenh.livetalk.attachment.Attachment.Part;
import io.dakenh.livetalk.attachment.AttachmentLinks;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.relational.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turns what was noted into events for the connector, in the order in which it was noted. The note
 * is removed in the transaction that writes the event, so each is told once. One replica at a time:
 * two could turn the messages of a conversation round.
 */
@ApplicationScoped
class Requests {
  private static final int BATCH = 100;
  private static final long LOCK = 0x6368616e6e656cL;
  private static final String MESSAGE = "message";

  private static final String NEXT =
      """
      select r.id, r.tenant_id, r.conversation_id, r.sequence, r.action, r.agent_id, r.requested_at,
        th.id, th.channel_id, th.surface, x.id, x.mode, x.charged, x.attempt, m.author_kind, m.body,
        (select y.id from channel_message y where y.conversation_id = m.conversation_id and y.sequence = m.reply_to), m.deleted_at is not null
      from channel_request r
      join conversation c on c.id = r.conversation_id and c.tenant_id = r.tenant_id
      join channel_thread th on th.tenant_id = c.tenant_id and th.id = c.thread_id
      left join channel_message x on x.conversation_id = r.conversation_id and x.sequence = r.sequence
      left join message m on m.conversation_id = r.conversation_id and m.sequence = r.sequence
      order by r.id limit ?""";

  private static final String FILES =
      """
      select a.id, a.name, a.media_type, a.bytes
      from message m join attachment a on a.tenant_id = m.tenant_id and a.id = any (m.attachment_ids)
      where m.tenant_id = ? and m.conversation_id = ? and m.sequence = ?
      order by array_position(m.attachment_ids, a.id)""";

  private final Database database;
  private final Outbox outbox;
  private final AttachmentLinks links;

  @Inject
  Requests(Database database, Outbox outbox, AttachmentLinks links) {
    this.database = database;
    this.outbox = outbox;
    this.links = links;
  }

  private record Request(
      long number,
      UUID tenantId,
      UUID conversationId,
      long sequence,
      String action,
      @Nullable UUID agentId,
      Instant requestedAt,
      UUID threadId,
      UUID channelId,
      String surface,
      Optional<Wanted> message) {}

  /** The message it is about. */
  private record Wanted(
      UUID id,
      @Nullable String mode,
      boolean charged,
      int attempt,
      String authorKind,
      String text,
      @Nullable UUID replyTo,
      boolean deleted) {}

  /** Tells a batch; false when there was nothing. */
  boolean tellSome() {
    boolean any =
        database.first("select 1 from channel_request limit 1", row -> row.getInt(1)).isPresent();
    return any && database.inTransaction(this::tellBatch);
  }

  private boolean tellBatch() {
    database.first("select pg_advisory_xact_lock(?)", row -> Boolean.TRUE, LOCK);
    List<Request> batch = database.list(NEXT, Requests::request, BATCH);
    for (Request request : batch) {
      request
          .message()
          .filter(wanted -> !wanted.deleted())
          .ifPresent(wanted -> tell(request, wanted));
      database.update("delete from channel_request where id = ?", request.number());
    }
    return !batch.isEmpty();
  }

  private void tell(Request request, Wanted wanted) {
    if (request.action().equals(MESSAGE)) {
      outbox.add(
          EventCatalog.CHANNEL_MESSAGE_REQUESTED,
          request.threadId(),
          request.tenantId(),
          message(request, wanted));
    } else {
      outbox.add(
          EventCatalog.CHANNEL_ACTION_REQUESTED,
          request.threadId(),
          request.tenantId(),
          new ChannelActionRequested(
              request.tenantId(),
              request.channelId(),
              request.threadId(),
              request.conversationId(),
              wanted.id(),
              request.action(),
              request.agentId(),
              request.requestedAt()));
    }
  }

  private ChannelMessageRequested message(Request request, Wanted wanted) {
    String publicly = request.surface().equals("comment") ? "public" : "chat";
    return new ChannelMessageRequested(
        request.tenantId(),
        request.channelId(),
        request.threadId(),
        request.conversationId(),
        wanted.id(),
        wanted.attempt(),
        wanted.authorKind(),
        wanted.authorKind().equals("agent") ? request.agentId() : null,
        wanted.mode() == null ? publicly : wanted.mode(),
        wanted.text().isEmpty() ? null : wanted.text(),
        files(request),
        wanted.replyTo(),
        wanted.charged(),
        request.requestedAt());
  }

  /** Addresses as this service serves them, without what the gateway puts before them. */
  private List<ChannelMessageRequested.File> files(Request request) {
    return database.list(
        FILES,
        row -> {
          UUID id = row.getObject(1, UUID.class);
          return new ChannelMessageRequested.File(
              id,
              row.getString(2),
              row.getString(3),
              row.getLong(4),
              links.path(request.tenantId(), id, Part.FILE));
        },
        request.tenantId(),
        request.conversationId(),
        request.sequence());
  }

  private static Request request(ResultSet row) throws SQLException {
    return new Request(
        row.getLong(1),
        row.getObject(2, UUID.class),
        row.getObject(3, UUID.class),
        row.getLong(4),
        row.getString(5),
        row.getObject(6, UUID.class),
        row.getObject(7, OffsetDateTime.class).toInstant(),
        row.getObject(8, UUID.class),
        row.getObject(9, UUID.class),
        row.getString(10),
        Optional.ofNullable(wanted(row)));
  }

  private static @Nullable Wanted wanted(ResultSet row) throws SQLException {
    UUID id = row.getObject(11, UUID.class);
    return id == null
        ? null
        : new Wanted(
            id,
            row.getString(12),
            row.getBoolean(13),
            row.getInt(14),
            row.getString(15),
            row.getString(16),
            row.getObject(17, UUID.class),
            row.getBoolean(18));
  }
}
