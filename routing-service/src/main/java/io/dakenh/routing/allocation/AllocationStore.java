package io.dakenh.routing.allocation;

import io.dakenh.contracts.livetalk.CallStarted;
import io.dakenh.contracts.livetalk.ConversationClosed;
import io.dakenh.contracts.livetalk.ConversationOpened;
import io.dakenh.platform.time.Ids;
import io.dakenh.routing.engine.AllocationState;
import io.dakenh.routing.engine.AllocationState.Winner;
import io.dakenh.routing.engine.Offer;
import io.dakenh.routing.engine.OfferBook;
import io.dakenh.routing.engine.OfferState;
import io.dakenh.routing.engine.QueueReason;
import io.dakenh.routing.engine.Wishes;
import io.dakenh.routing.store.Database;
import io.dakenh.routing.store.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads allocations under their row locks, and adds new ones. */
@ApplicationScoped
class AllocationStore {
  private static final String COLUMNS =
      """
      select id, tenant_id, conversation_id, binding_id, generation, state, version, requested_department_id, department_id, channel_kind, visitor_name,
             preview, opened_at, wanted_agent_id, wanted_cause, avoided_agent_id, previous_agent_id, round, total_deadline, queued_at, queue_reason, winner_id, winner_name, winner_cause, allocated_at,
             closed_at, kind, call_conversation_id, media, ring_until, held_by_call, clock_timestamp() as now
      from allocation\s""";

  /**
   * The sub-select makes the clock a constant of the statement, so that the index serves the
   * comparison.
   */
  private static final String DUE =
      COLUMNS
          + "where next_due <= (select clock_timestamp()) order by next_due, opened_at limit ? for update skip locked";

  private static final String BY_CONVERSATION =
      COLUMNS + "where tenant_id = ? and conversation_id = ? for update";

  private static final String BY_ID = COLUMNS + "where tenant_id = ? and id = ? for update";

  private static final String UNLOCKED_AMONG =
      COLUMNS
          + "where tenant_id = ? and id = any (?) order by opened_at, id for update skip locked";

  /** A pending offer is always its agent's latest; offers of earlier generations do not count. */
  private static final String OFFERS =
      """
      select distinct on (o.allocation_id, o.agent_id)
             o.allocation_id, o.id, o.agent_id, o.department_id, o.round, o.position, o.state, o.made_at, o.expires_at,
             o.resolved_at
      from offer o join allocation a on a.id = o.allocation_id and a.generation = o.generation
      where o.allocation_id = any (?)
      order by o.allocation_id, o.agent_id, o.made_at desc, o.id desc""";

  private static final String ADD =
      """
      insert into allocation (id, binding_id, tenant_id, conversation_id, state, requested_department_id, channel_kind,
                              visitor_name, preview, opened_at, wanted_agent_id, wanted_cause, visitor_id, held_by_call, previous_agent_id,
                              next_due)
      values (?, ?, ?, ?, 'waiting', ?, ?, ?, ?, ?, ?, ?, ?, ?,
              (select p.winner_id from allocation p
               where p.tenant_id = ? and p.visitor_id = ? and p.winner_id is not null
               order by p.allocated_at desc limit 1),
              case when ?::uuid is null then clock_timestamp() end)
      on conflict (tenant_id, conversation_id) do nothing""";

  /** Who served the visitor last matters to conversations only: a call names whom it wants. */
  private static final String ADD_CALL =
      """
      insert into allocation (id, binding_id, tenant_id, conversation_id, kind, call_conversation_id, media, state,
                              requested_department_id, channel_kind, visitor_name, preview, opened_at, wanted_agent_id,
                              wanted_cause, closed_at, next_due)
      values (?, ?, ?, ?, 'call', ?, ?, ?, ?, ?, ?, '', ?, ?, ?, ?, case when ?::timestamptz is null then clock_timestamp() end)
      on conflict (tenant_id, conversation_id) do nothing""";

  /** Keeps a conversation closed whose opening comes late. */
  private static final String ADD_CLOSED =
      """
      insert into allocation (id, binding_id, tenant_id, conversation_id, state, channel_kind, visitor_name, preview, opened_at, closed_at)
      values (?, ?, ?, ?, 'closed', '', '', '', ?, ?)
      on conflict (tenant_id, conversation_id) do nothing""";

  private final Database database;

  @Inject
  AllocationStore(Database database) {
    this.database = database;
  }

  boolean add(UUID tenantId, ConversationOpened opened) {
    UUID id = Ids.next();
    return database.update(
            ADD,
            id,
            id,
            tenantId,
            opened.conversationId(),
            opened.departmentId(),
            opened.channelKind(),
            opened.visitorName(),
            opened.preview(),
            opened.openedAt(),
            opened.wantedAgentId(),
            opened.wantedAgentId() == null ? null : Wishes.Cause.VISITOR.label(),
            opened.visitorId(),
            opened.callId(),
            tenantId,
            opened.visitorId(),
            opened.callId())
        > 0;
  }

  /** One an agent started is over as far as asking people goes. */
  boolean add(UUID tenantId, CallStarted started) {
    UUID id = Ids.next();
    boolean asks = started.startedByAgentId() == null;
    Instant closedAt = asks ? null : started.startedAt();
    return database.update(
            ADD_CALL,
            id,
            id,
            tenantId,
            started.callId(),
            started.conversationId(),
            started.media(),
            asks ? "waiting" : "closed",
            started.departmentId(),
            started.channelKind() == null ? "livetalk" : started.channelKind(),
            started.visitorName(),
            started.startedAt(),
            started.wantedAgentId(),
            started.wantedAgentId() == null ? null : Wishes.Cause.PREVIOUS.label(),
            closedAt,
            closedAt)
        > 0;
  }

  void addClosed(UUID tenantId, ConversationClosed closed) {
    UUID id = Ids.next();
    database.update(
        ADD_CLOSED,
        id,
        id,
        tenantId,
        closed.conversationId(),
        closed.closedAt(),
        closed.closedAt());
  }

  /** What these conversations say of a person is gone; what became of them stays. */
  void forget(UUID tenantId, List<UUID> conversationIds) {
    database.update(
        "update allocation set visitor_name = '', preview = '' where tenant_id = ? and conversation_id = any (?)",
        tenantId,
        conversationIds);
  }

  /** Claims what is due and nobody else is working on. */
  List<StoredAllocation> claimDue(int limit) {
    return withOffers(database.query(DUE, AllocationStore::allocation, limit));
  }

  Optional<StoredAllocation> lockByConversation(UUID tenantId, UUID conversationId) {
    return withOffers(
            database.query(BY_CONVERSATION, AllocationStore::allocation, tenantId, conversationId))
        .stream()
        .findFirst();
  }

  Optional<StoredAllocation> lock(UUID tenantId, UUID allocationId) {
    return withOffers(database.query(BY_ID, AllocationStore::allocation, tenantId, allocationId))
        .stream()
        .findFirst();
  }

  /** Those of the given ones that nobody else is working on, oldest first. */
  List<StoredAllocation> lockFree(UUID tenantId, Collection<UUID> allocationIds) {
    return withOffers(
        database.query(UNLOCKED_AMONG, AllocationStore::allocation, tenantId, allocationIds));
  }

  /** Names one allocation. */
  record Key(UUID tenantId, UUID id) {}

  /** Claims the one that is due longest without reading it, for when reading is what fails. */
  Optional<Key> claimNext() {
    return database.first(
        """
        select tenant_id, id from allocation where next_due <= (select clock_timestamp())
        order by next_due, opened_at limit 1 for update skip locked""",
        row -> new Key(row.id("tenant_id"), row.id("id")));
  }

  /** Puts a failing allocation aside for a while, so that it does not hold up the others. */
  void postpone(Key key, int seconds) {
    database.update(
        """
        update allocation set next_due = clock_timestamp() + make_interval(secs => ?)
        where tenant_id = ? and id = ?""",
        seconds,
        key.tenantId(),
        key.id());
  }

  private List<StoredAllocation> withOffers(List<StoredAllocation> allocations) {
    if (allocations.isEmpty()) {
      return allocations;
    }
    Map<UUID, List<Offer>> offers = new HashMap<>();
    database
        .query(
            OFFERS,
            row -> Map.entry(row.id("allocation_id"), offer(row)),
            allocations.stream().map(StoredAllocation::id).toList())
        .forEach(
            entry ->
                offers
                    .computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                    .add(entry.getValue()));
    return allocations.stream()
        .map(a -> a.with(new OfferBook(offers.getOrDefault(a.id(), List.of()))))
        .toList();
  }

  static Offer offer(Row row) throws SQLException {
    Instant resolvedAt = row.maybeInstant("resolved_at");
    return new Offer(
        row.id("id"),
        row.id("agent_id"),
        row.id("department_id"),
        row.integer("round"),
        row.integer("position"),
        row.instant("made_at"),
        row.instant("expires_at"),
        OfferState.of(row.text("state"), resolvedAt == null ? Instant.EPOCH : resolvedAt));
  }

  private static StoredAllocation allocation(Row row) throws SQLException {
    UUID departmentId = row.maybeId("department_id");
    return new StoredAllocation(
        row.id("id"),
        row.id("tenant_id"),
        row.id("conversation_id"),
        row.id("binding_id"),
        row.integer("generation"),
        row.number("version"),
        departmentId == null ? row.maybeId("requested_department_id") : departmentId,
        state(row),
        row.text("channel_kind"),
        row.text("visitor_name"),
        row.text("preview"),
        row.instant("opened_at"),
        new Wishes(
            row.maybeId("wanted_agent_id"),
            Wishes.Cause.labelled(row.maybeText("wanted_cause")),
            row.maybeId("avoided_agent_id")),
        row.maybeId("previous_agent_id"),
        call(row),
        row.maybeId("held_by_call"),
        row.instant("now"),
        OfferBook.empty());
  }

  private static StoredAllocation.@Nullable Call call(Row row) throws SQLException {
    return row.text("kind").equals("call")
        ? new StoredAllocation.Call(
            row.id("call_conversation_id"), row.text("media"), row.maybeInstant("ring_until"))
        : null;
  }

  private static AllocationState state(Row row) throws SQLException {
    return switch (row.text("state")) {
      case "waiting" -> new AllocationState.Waiting(row.integer("round"));
      case "offering" ->
          new AllocationState.Offering(
              row.id("department_id"), row.integer("round"), row.instant("total_deadline"));
      case "queued" ->
          new AllocationState.Queued(
              row.id("department_id"),
              row.integer("round"),
              row.instant("total_deadline"),
              QueueReason.labelled(row.text("queue_reason")),
              row.instant("queued_at"));
      case "allocated" ->
          new AllocationState.Allocated(row.id("department_id"), required(winner(row)));
      case "closed" -> new AllocationState.Closed(row.instant("closed_at"), winner(row));
      default -> throw new SQLException("unknown state of an allocation", "22023");
    };
  }

  private static @Nullable Winner winner(Row row) throws SQLException {
    UUID agentId = row.maybeId("winner_id");
    return agentId == null
        ? null
        : new Winner(
            agentId,
            row.text("winner_name"),
            row.text("winner_cause"),
            row.instant("allocated_at"));
  }

  private static Winner required(@Nullable Winner winner) throws SQLException {
    if (winner == null) {
      throw new SQLException("an allocation without its winner", "22004");
    }
    return winner;
  }
}
