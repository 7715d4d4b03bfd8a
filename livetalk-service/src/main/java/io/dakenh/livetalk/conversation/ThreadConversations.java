package io.dakenh.livetalk.conversation;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.ConversationOpened;
import io.dakenh.livetalk.directory.Directory;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.sequence.note.SequenceNotes;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.relational.outbox.Outbox;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * The conversations of a thread: the open one; after its end the same one for a while, then a new
 * one. A new one goes to the default department.
 */
@ApplicationScoped
public class ThreadConversations {
  private static final String NEWEST =
      """
      select id, state = 'open' from conversation
      where tenant_id = ? and thread_id = ? order by opened_at desc, id desc limit 1""";

  private final Database database;
  private final ConversationLife life;
  private final Directory directory;
  private final SequenceNotes notes;
  private final Outbox outbox;
  private final ConversationAnnouncer announcer;
  private final Clock clock;

  @Inject
  ThreadConversations(
      Database database,
      ConversationLife life,
      Directory directory,
      SequenceNotes notes,
      Outbox outbox,
      ConversationAnnouncer announcer,
      Clock clock) {
    this.database = database;
    this.life = life;
    this.directory = directory;
    this.notes = notes;
    this.outbox = outbox;
    this.announcer = announcer;
    this.clock = clock;
  }

  private record Newest(UUID id, boolean open) {}

  /** The newest one, open or not. */
  public Optional<UUID> newest(UUID tenantId, UUID threadId) {
    return find(tenantId, threadId).map(Newest::id);
  }

  /** The one that is open. */
  public Optional<UUID> open(UUID tenantId, UUID threadId) {
    return find(tenantId, threadId).filter(Newest::open).map(Newest::id);
  }

  private Optional<Newest> find(UUID tenantId, UUID threadId) {
    return database.first(
        NEWEST,
        row -> new Newest(row.getObject(1, UUID.class), row.getBoolean(2)),
        tenantId,
        threadId);
  }

  /**
   * The one that takes what the customer just wrote, reopened or opened where needed; committed
   * when this returns. Events of one thread come one after the other, so nobody opens it twice.
   *
   * @param preview of the message, for whoever is asked to take the conversation
   */
  public UUID forCustomer(Party customer, UUID threadId, String channelKind, String preview) {
    Optional<Newest> newest = find(customer.tenantId(), threadId);
    if (newest.isPresent()
        && (newest.get().open() || life.reopenFor(customer, newest.get().id()))) {
      return newest.get().id();
    }
    return database.inTransaction(() -> begin(customer, threadId, channelKind, preview));
  }

  private UUID begin(Party customer, UUID threadId, String channelKind, String preview) {
    UUID tenantId = customer.tenantId();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    UUID id = Ids.next();
    database.update(
        """
        insert into conversation (id, tenant_id, state, channel_kind, thread_id, visitor_id, client_conversation_id, department_id, waiting,
          opened_at, last_activity_at)
        values (?, ?, 'open', ?, ?, ?, ?, ?, true, ?, ?)""",
        id,
        tenantId,
        channelKind,
        threadId,
        customer.id(),
        Ids.next(),
        directory.defaultDepartment(tenantId),
        now,
        now);
    outbox.add(
        EventCatalog.CONVERSATION_OPENED,
        id,
        tenantId,
        new ConversationOpened(
            tenantId,
            id,
            channelKind,
            null,
            customer.id(),
            customer.name(),
            preview,
            now,
            null,
            null));
    notes.opened(tenantId, id);
    database.afterCommit(() -> announcer.announce(tenantId, id));
    return id;
  }
}
