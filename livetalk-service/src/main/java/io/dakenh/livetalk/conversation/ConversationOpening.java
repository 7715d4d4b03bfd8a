package io.dakenh.livetalk.conversation;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.ConversationOpened;
import io.dakenh.contracts.livetalk.MessageSent;
import io.dakenh.livetalk.conversation.OpenConversation.FirstMessage;
import io.dakenh.livetalk.directory.Directory;
import io.dakenh.livetalk.message.MessageText;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.relational.outbox.Outbox;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens conversations: visitor, conversation, first message and events in one commit. */
@ApplicationScoped
public class ConversationOpening {
  private final Database database;
  private final Directory directory;
  private final Outbox outbox;
  private final ConversationAnnouncer announcer;
  private final Clock clock;

  @Inject
  ConversationOpening(
      Database database,
      Directory directory,
      Outbox outbox,
      ConversationAnnouncer announcer,
      Clock clock) {
    this.database = database;
    this.directory = directory;
    this.outbox = outbox;
    this.announcer = announcer;
    this.clock = clock;
  }

  /** The conversation that was opened, now or by an earlier attempt. */
  public record Opened(UUID conversationId, long epoch, long lastSequence, String visitorName) {}

  /** Opens a conversation, or finds the one this request opened before. */
  public Opened open(Party visitor, OpenConversation request) {
    return database.inTransaction(() -> inTransaction(visitor, request));
  }

  private Opened inTransaction(Party visitor, OpenConversation request) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    UUID chosen = chosenDepartment(visitor.tenantId(), request.departmentId());
    String name = remember(visitor, request, now);
    UUID id = Ids.next();
    FirstMessage message = request.message();
    OpenConversation.Page page = request.page();
    int inserted =
        database.update(
            """
            insert into conversation (id, tenant_id, state, channel_kind, visitor_id, client_conversation_id, department_id, waiting,
              last_sequence, visitor_read_sequence, page_url, page_title, page_referrer, opened_at, last_activity_at)
            values (?, ?, 'open', 'livetalk', ?, ?, ?, true, ?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant_id, visitor_id, client_conversation_id) do nothing""",
            id,
            visitor.tenantId(),
            visitor.id(),
            request.clientConversationId(),
            chosen == null ? directory.defaultDepartment(visitor.tenantId()) : chosen,
            message == null ? 0L : 1L,
            message == null ? 0L : 1L,
            page == null ? null : page.url(),
            page == null ? null : page.title(),
            page == null ? null : page.referrer(),
            now,
            now);
    if (inserted == 0) {
      return existing(visitor, request.clientConversationId(), name);
    }
    announce(visitor, id, chosen, name, message, now);
    if (message != null) {
      store(visitor, id, message, now);
    }
    database.afterCommit(() -> announcer.announce(visitor.tenantId(), id));
    return new Opened(id, 1, message == null ? 0 : 1, name);
  }

  private @Nullable UUID chosenDepartment(UUID tenantId, @Nullable UUID departmentId) {
    if (departmentId == null) {
      return null;
    }
    boolean usable =
        directory
            .usableDepartment(tenantId, departmentId)
            .orElseThrow(
                () ->
                    ProblemException.invalid(
                        "/departmentId", "unknown", "There is no such department."));
    return usable ? departmentId : null;
  }

  /** What is told now replaces what was told before; what is not told now stays. */
  private String remember(Party visitor, OpenConversation request, Instant now) {
    return database
        .first(
            """
            insert into visitor (tenant_id, id, name, phone, email, created_at)
            values (?, ?, coalesce(?::text, ?), ?, ?, ?)
            on conflict (tenant_id, id) do update
            set name = coalesce(?::text, visitor.name), phone = coalesce(excluded.phone, visitor.phone),
                email = coalesce(excluded.email, visitor.email)
            returning name""",
            row -> row.getString(1),
            visitor.tenantId(),
            visitor.id(),
            request.person().name(),
            visitor.name(),
            request.person().phone(),
            request.person().email(),
            now,
            request.person().name())
        .orElseThrow();
  }

  private Opened existing(Party visitor, UUID clientConversationId, String name) {
    return database
        .first(
            """
            select id, epoch, last_sequence from conversation
            where tenant_id = ? and visitor_id = ? and client_conversation_id = ?""",
            row -> new Opened(row.getObject(1, UUID.class), row.getLong(2), row.getLong(3), name),
            visitor.tenantId(),
            visitor.id(),
            clientConversationId)
        .orElseThrow();
  }

  private void announce(
      Party visitor,
      UUID id,
      @Nullable UUID chosen,
      String name,
      @Nullable FirstMessage message,
      Instant now) {
    outbox.add(
        EventCatalog.CONVERSATION_OPENED,
        id,
        visitor.tenantId(),
        new ConversationOpened(
            visitor.tenantId(),
            id,
            "livetalk",
            chosen,
            visitor.id(),
            name,
            message == null ? "" : MessageText.preview(message.text()),
            now));
  }

  private void store(Party visitor, UUID id, FirstMessage message, Instant now) {
    UUID messageId = Ids.next();
    database.update(
        """
        insert into message (conversation_id, sequence, tenant_id, id, client_message_id, author_kind, author_id, body, sent_at)
        values (?, 1, ?, ?, ?, 'visitor', ?, ?, ?)""",
        id,
        visitor.tenantId(),
        messageId,
        message.clientMessageId(),
        visitor.id(),
        message.text(),
        now);
    outbox.add(
        EventCatalog.MESSAGE_SENT,
        id,
        visitor.tenantId(),
        new MessageSent(visitor.tenantId(), id, messageId, 1, "visitor", visitor.id(), now));
  }
}
