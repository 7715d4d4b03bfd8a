package io.dakenh.livetalk.personaldata;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.ConversationClosed;
import io.dakenh.contracts.livetalk.VisitorErased;
import io.dakenh.livetalk.access.Access;
import io.dakenh.livetalk.access.Access.Viewer;
import io.dakenh.livetalk.attachment.AttachmentStore;
import io.dakenh.livetalk.delivery.Fanout;
import io.dakenh.livetalk.delivery.Frames;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.relational.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Forgets people. Conversations go with everything in them; whoever is looking at one sees it
 * vanish, and other services are told to forget what they keep of it. Doing it again finds nothing.
 */
@ApplicationScoped
class Eraser {
  /** In this order, so that whatever fails leaves nothing that cannot be found again. */
  private static final List<String> QUIET =
      List.of(
          "message_reaction",
          "note_mention",
          "conversation_label",
          "conversation_participant",
          "sequence_watch",
          "push_notice",
          "webhook_delivery",
          "channel_message",
          "channel_media",
          "channel_request",
          "offer");

  private final Database database;
  private final Access access;
  private final AttachmentStore files;
  private final Fanout fanout;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  Eraser(
      Database database,
      Access access,
      AttachmentStore files,
      Fanout fanout,
      Outbox outbox,
      Clock clock) {
    this.database = database;
    this.access = access;
    this.files = files;
    this.fanout = fanout;
    this.outbox = outbox;
    this.clock = clock;
  }

  private record Found(UUID id, UUID visitorId, boolean open) {}

  /** Some conversations of one visitor; nothing when none is left. Needs a transaction. */
  Erased someOf(UUID tenantId, UUID visitorId, int most) {
    List<Found> found =
        database.list(
            "select id, visitor_id, state = 'open' from conversation where tenant_id = ? and visitor_id = ?"
                + " order by id limit ? for update",
            row ->
                new Found(
                    row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBoolean(3)),
            tenantId,
            visitorId,
            most);
    return conversations(tenantId, found, "request");
  }

  /** Some conversations that were closed before; with them go visitors of whom nothing is left. */
  Erased someClosedBefore(UUID tenantId, Instant before, int most) {
    return database.inTransaction(
        () -> {
          List<Found> found =
              database.list(
                  "select id, visitor_id, false from conversation where tenant_id = ? and state = 'closed' and closed_at < ?"
                      + " order by closed_at limit ? for update skip locked",
                  row ->
                      new Found(row.getObject(1, UUID.class), row.getObject(2, UUID.class), false),
                  tenantId,
                  before,
                  most);
          Erased erased = conversations(tenantId, found, "retention");
          found.stream()
              .map(Found::visitorId)
              .distinct()
              .filter(visitorId -> nothingLeft(tenantId, visitorId))
              .forEach(visitorId -> visitor(tenantId, visitorId));
          return erased;
        });
  }

  private boolean nothingLeft(UUID tenantId, UUID visitorId) {
    return database
        .first(
            "select 1 from conversation where tenant_id = ? and visitor_id = ? limit 1",
            row -> row.getInt(1),
            tenantId,
            visitorId)
        .isEmpty();
  }

  /** What is known of a visitor outside of conversations; needs a transaction. */
  long visitor(UUID tenantId, UUID visitorId) {
    long mails =
        database.update(
            "delete from mail where tenant_id = ? and visitor_id = ?", tenantId, visitorId);
    for (String table :
        List.of("visitor_block", "visitor_identity", "visitor_data", "channel_thread")) {
      database.update(
          "delete from " + table + " where tenant_id = ? and visitor_id = ?", tenantId, visitorId);
    }
    database.update("delete from visitor where tenant_id = ? and id = ?", tenantId, visitorId);
    return mails;
  }

  private Erased conversations(UUID tenantId, List<Found> found, String cause) {
    if (found.isEmpty()) {
      return Erased.NOTHING;
    }
    UUID[] ids = found.stream().map(Found::id).toArray(UUID[]::new);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    for (Found one : found) {
      leaveScreens(tenantId, one.id());
      if (one.open()) {
        outbox.add(
            EventCatalog.CONVERSATION_CLOSED,
            one.id(),
            tenantId,
            new ConversationClosed(tenantId, one.id(), "system", now));
      }
    }
    long fileCount = removeFiles(tenantId, ids);
    QUIET.forEach(table -> delete(table, tenantId, ids));
    Erased erased =
        new Erased(
            found.size(),
            delete("message", tenantId, ids),
            fileCount,
            delete("conversation_note", tenantId, ids),
            delete("visitor_page", tenantId, ids),
            delete("conversation_rating", tenantId, ids),
            delete("search_entry", tenantId, ids),
            database.update(
                "delete from mail where tenant_id = ? and about_id = any (?)", tenantId, ids));
    database.update("delete from conversation where tenant_id = ? and id = any (?)", tenantId, ids);
    tell(tenantId, found, cause, now);
    return erased;
  }

  private long delete(String table, UUID tenantId, UUID[] ids) {
    return database.update(
        "delete from " + table + " where tenant_id = ? and conversation_id = any (?)",
        tenantId,
        ids);
  }

  private long removeFiles(UUID tenantId, UUID[] conversations) {
    record Stored(UUID id, long bytes) {}
    List<Stored> stored =
        database.list(
            """
            select id, bytes + coalesce(thumbnail_bytes, 0) from attachment
            where tenant_id = ? and conversation_id = any (?) for update""",
            row -> new Stored(row.getObject(1, UUID.class), row.getLong(2)),
            tenantId,
            conversations);
    stored.forEach(file -> files.remove(tenantId, file.id()));
    delete("attachment", tenantId, conversations);
    database.update(
        "update attachment_usage set bytes = greatest(0, bytes - ?) where tenant_id = ?",
        stored.stream().mapToLong(Stored::bytes).sum(),
        tenantId);
    return stored.size();
  }

  private void leaveScreens(UUID tenantId, UUID conversationId) {
    List<UUID> viewers = access.viewers(tenantId, conversationId).stream().map(Viewer::id).toList();
    String frame = Frames.encode(new Frames.ConversationGone(conversationId));
    database.afterCommit(
        () -> viewers.forEach(agentId -> fanout.toAgent(tenantId, agentId, frame, null)));
  }

  private void tell(UUID tenantId, List<Found> found, String cause, Instant now) {
    Map<UUID, List<UUID>> byVisitor =
        found.stream()
            .collect(
                Collectors.groupingBy(
                    Found::visitorId, Collectors.mapping(Found::id, Collectors.toList())));
    byVisitor.forEach(
        (visitorId, ids) ->
            outbox.add(
                EventCatalog.VISITOR_ERASED,
                visitorId,
                tenantId,
                new VisitorErased(tenantId, visitorId, ids, cause, now)));
  }
}
