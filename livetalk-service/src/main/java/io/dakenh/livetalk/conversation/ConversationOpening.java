package io.dakenh.livetalk.conversation;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.ConversationOpened;
import io.dakenh.contracts.livetalk.MessageSent;
import io.dakenh.livetalk.call.CallStart;
import io.dakenh.livetalk.conversation.ConversationView.AnswerView;
import io.dakenh.livetalk.conversation.OpenConversation.FirstMessage;
import io.dakenh.livetalk.directory.Directory;
import io.dakenh.livetalk.message.MessageText;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.sequence.note.SequenceNotes;
import io.dakenh.livetalk.settings.Popups;
import io.dakenh.livetalk.settings.PreChat;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import io.dakenh.platform.relational.outbox.Outbox;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens conversations: visitor, conversation, first message and events in one commit. */
@ApplicationScoped
public class ConversationOpening {
  private final Database database;
  private final Directory directory;
  private final Outbox outbox;
  private final ConversationAnnouncer announcer;
  private final PreChat preChat;
  private final Popups popups;
  private final OfflineForms forms;
  private final SequenceNotes notes;
  private final CallStart calls;
  private final Clock clock;

  @Inject
  ConversationOpening(
      Database database,
      Directory directory,
      Outbox outbox,
      ConversationAnnouncer announcer,
      PreChat preChat,
      Popups popups,
      OfflineForms forms,
      SequenceNotes notes,
      CallStart calls,
      Clock clock) {
    this.database = database;
    this.directory = directory;
    this.outbox = outbox;
    this.announcer = announcer;
    this.preChat = preChat;
    this.popups = popups;
    this.forms = forms;
    this.notes = notes;
    this.calls = calls;
    this.clock = clock;
  }

  /** The conversation that was opened, now or by an earlier attempt. */
  public record Opened(UUID conversationId, long epoch, long lastSequence, String visitorName) {}

  /** Opens a conversation, or finds the one this request opened before. */
  public Opened open(Party visitor, OpenConversation request) {
    return database.inTransaction(() -> inTransaction(visitor, request));
  }

  private Opened inTransaction(Party visitor, OpenConversation request) {
    Optional<Opened> before = find(visitor, request.clientConversationId());
    return before.isPresent() ? before.get() : begin(visitor, request);
  }

  private Opened begin(Party visitor, OpenConversation request) {
    UUID tenantId = visitor.tenantId();
    refuseBlocked(visitor);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Answers.Known known = known(visitor);
    List<AnswerView> answers = Answers.accept(preChat.questions(tenantId), request, known);
    Optional<OfflineForms.Form> form = request.offline() ? forms.form(tenantId) : Optional.empty();
    form.ifPresent(asked -> asked.require(request, known));
    UUID chosen = chosenDepartment(tenantId, request.choice());
    String name = remember(visitor, request, now);
    UUID id = Ids.next();
    List<First> first = first(visitor, request);
    form.ifPresent(
        asked -> first.add(new First("system", tenantId, Ids.next(), OfflineForms.said(asked))));
    UUID departmentId = chosen == null ? directory.defaultDepartment(tenantId) : chosen;
    OpenConversation.Page page = request.page();
    int inserted =
        database.update(
            """
            insert into conversation (id, tenant_id, state, channel_kind, visitor_id, client_conversation_id, department_id, waiting,
              last_sequence, visitor_read_sequence, page_url, page_title, page_referrer, opened_at, last_activity_at, answers, wanted_agent_id)
            values (?, ?, 'open', 'livetalk', ?, ?, ?, true, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            on conflict (tenant_id, visitor_id, client_conversation_id) do nothing""",
            id,
            tenantId,
            visitor.id(),
            request.clientConversationId(),
            departmentId,
            (long) first.size(),
            (long) first.size(),
            page == null ? null : page.url(),
            page == null ? null : page.title(),
            page == null ? null : page.referrer(),
            now,
            now,
            Answers.write(answers),
            request.choice().agentId());
    if (inserted == 0) {
      return find(visitor, request.clientConversationId()).orElseThrow();
    }
    announce(visitor, id, chosen, name, request, now);
    for (int i = 0; i < first.size(); i++) {
      store(tenantId, id, i + 1, first.get(i), now);
    }
    form.ifPresent(asked -> forms.left(visitor, id, name, departmentId, request, asked));
    OpenConversation.FirstCall call = request.call();
    if (call != null) {
      calls.start(visitor.named(name), call.callId(), id, call.media());
    }
    notes.opened(tenantId, id);
    database.afterCommit(() -> announcer.announce(tenantId, id));
    return new Opened(id, 1, first.size(), name);
  }

  private void refuseBlocked(Party visitor) {
    boolean blocked =
        database
            .first(
                """
                select 1 from visitor_block
                where tenant_id = ? and visitor_id = ? and (expires_at is null or expires_at > clock_timestamp())""",
                row -> row.getInt(1),
                visitor.tenantId(),
                visitor.id())
            .isPresent();
    if (blocked) {
      throw ProblemException.of(
          ProblemKind.FORBIDDEN, "visitor-blocked", "You cannot write here at the moment.");
    }
  }

  /** A message the conversation begins with. */
  private record First(String authorKind, UUID authorId, UUID clientMessageId, String text) {}

  /** The popup message the visitor came by, if the owner wants it repeated, then the visitor's. */
  private List<First> first(Party visitor, OpenConversation request) {
    List<First> first = new ArrayList<>();
    UUID popupId = request.choice().popupId();
    if (popupId != null) {
      popups
          .repeated(visitor.tenantId(), popupId)
          .map(MessageText::accept)
          .ifPresent(text -> first.add(new First("system", visitor.tenantId(), Ids.next(), text)));
    }
    FirstMessage message = request.message();
    if (message != null) {
      first.add(new First("visitor", visitor.id(), message.clientMessageId(), message.text()));
    }
    return first;
  }

  private @Nullable UUID chosenDepartment(UUID tenantId, OpenConversation.Choice choice) {
    UUID agentId = choice.agentId();
    if (agentId != null) {
      if (directory.colleague(tenantId, agentId).isEmpty()) {
        throw ProblemException.invalid("/agentId", "unknown", "There is no such agent.");
      }
      Optional<UUID> department = directory.departmentOfAgent(tenantId, agentId);
      if (department.isPresent()) {
        return department.get();
      }
    }
    UUID departmentId = choice.departmentId();
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

  private Answers.Known known(Party visitor) {
    return database
        .first(
            "select phone, email from visitor where tenant_id = ? and id = ?",
            row -> new Answers.Known(row.getString(1), row.getString(2)),
            visitor.tenantId(),
            visitor.id())
        .orElse(Answers.Known.NOTHING);
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

  private Optional<Opened> find(Party visitor, UUID clientConversationId) {
    return database.first(
        """
        select c.id, c.epoch, c.last_sequence, v.name
        from conversation c join visitor v on v.tenant_id = c.tenant_id and v.id = c.visitor_id
        where c.tenant_id = ? and c.visitor_id = ? and c.client_conversation_id = ?""",
        row ->
            new Opened(
                row.getObject(1, UUID.class), row.getLong(2), row.getLong(3), row.getString(4)),
        visitor.tenantId(),
        visitor.id(),
        clientConversationId);
  }

  private void announce(
      Party visitor,
      UUID id,
      @Nullable UUID chosen,
      String name,
      OpenConversation request,
      Instant now) {
    FirstMessage message = request.message();
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
            now,
            request.choice().agentId(),
            request.call() == null ? null : request.call().callId()));
  }

  private void store(UUID tenantId, UUID id, long sequence, First message, Instant now) {
    UUID messageId = Ids.next();
    database.update(
        """
        insert into message (conversation_id, sequence, tenant_id, id, client_message_id, author_kind, author_id, body, sent_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        id,
        sequence,
        tenantId,
        messageId,
        message.clientMessageId(),
        message.authorKind(),
        message.authorId(),
        message.text(),
        now);
    outbox.add(
        EventCatalog.MESSAGE_SENT,
        id,
        tenantId,
        new MessageSent(
            tenantId, id, messageId, sequence, message.authorKind(), message.authorId(), now));
  }
}
