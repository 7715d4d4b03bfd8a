package io.dakenh.livetalk.call;

import io.dakenh.livetalk.call.Call.Claim;
import io.dakenh.livetalk.call.Call.End;
import io.dakenh.livetalk.call.Call.Limit;
import io.dakenh.livetalk.call.Call.Visitor;
import io.dakenh.livetalk.call.Participant.Standing;
import io.dakenh.livetalk.party.PartyKind;
import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes calls; whoever writes one has locked it. */
@ApplicationScoped
class CallStore {
  private static final String COLUMNS =
      """
      select id, tenant_id, conversation_id, visitor_id, visitor_name, department_id, media, state, version, started_by,
        claim_id, claimed_by, claim_due, ring_due, started_at, first_joined_at, beat_due, hold_policy, cut_at,
        outcome, reason, ended_at
      from call\s""";

  private static final String PARTICIPANTS =
      """
      select id, kind, person_id, name, avatar_url, state, seat, microphone, camera, due, joined_at, left_at, seen_at
      from call_participant where tenant_id = ? and call_id = ? order by invited_at, id""";

  private static final String UPDATE =
      """
      update call set version = version + 1, media = ?, state = ?, department_id = ?, claim_id = ?, claimed_by = ?, claim_due = ?,
        first_joined_at = ?, beat_due = ?, hold_policy = ?, cut_at = ?, outcome = ?, reason = ?, ended_at = ?
      where tenant_id = ? and id = ?""";

  private final Database database;

  @Inject
  CallStore(Database database) {
    this.database = database;
  }

  /** False when the id is taken, or the visitor is in another call. */
  boolean insert(Call call) {
    return database.update(
            """
            insert into call (id, tenant_id, conversation_id, visitor_id, visitor_name, department_id, media, state, started_by,
              ring_due, started_at, next_due)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing""",
            call.id(),
            call.tenantId(),
            call.conversationId(),
            call.visitor().id(),
            call.visitor().name(),
            call.departmentId(),
            call.media().code(),
            call.state().code(),
            call.startedBy(),
            call.ringDue(),
            call.startedAt(),
            call.startedAt())
        > 0;
  }

  void update(Call call) {
    Claim claim = call.claim();
    Limit limit = call.limit();
    End end = call.end();
    database.update(
        UPDATE,
        call.media().code(),
        call.state().code(),
        call.departmentId(),
        claim == null ? null : claim.id(),
        claim == null ? null : claim.agentId(),
        claim == null ? null : claim.due(),
        call.firstJoinedAt(),
        call.beatDue(),
        limit == null ? null : limit.policy(),
        limit == null ? null : limit.cutAt(),
        end == null ? null : end.outcome(),
        end == null ? null : end.reason(),
        end == null ? null : end.at(),
        call.tenantId(),
        call.id());
  }

  /** Anything that shows in a view counts as a new version of it. */
  void touch(Call call) {
    database.update(
        "update call set version = version + 1 where tenant_id = ? and id = ?",
        call.tenantId(),
        call.id());
  }

  void nextDue(Call call, @Nullable Instant due) {
    database.update(
        "update call set next_due = ? where tenant_id = ? and id = ?",
        due,
        call.tenantId(),
        call.id());
  }

  Optional<CallFacts> find(UUID tenantId, UUID callId) {
    return database
        .first(COLUMNS + "where tenant_id = ? and id = ?", CallStore::call, tenantId, callId)
        .map(this::facts);
  }

  Optional<CallFacts> lock(UUID tenantId, UUID callId) {
    return database
        .first(
            COLUMNS + "where tenant_id = ? and id = ? for update",
            CallStore::call,
            tenantId,
            callId)
        .map(this::facts);
  }

  /** Locks some that are due and that nobody else is at. */
  List<CallFacts> lockDue(int limit) {
    return database
        .list(
            COLUMNS
                + "where next_due <= (select clock_timestamp()) order by next_due limit ? for update skip locked",
            CallStore::call,
            limit)
        .stream()
        .map(this::facts)
        .toList();
  }

  /** The clock due times are compared with. */
  Instant now() {
    return database
        .first(
            "select clock_timestamp()", row -> row.getObject(1, OffsetDateTime.class).toInstant())
        .orElseThrow();
  }

  /** Newest first. */
  List<CallFacts> ofConversation(UUID tenantId, UUID conversationId, int limit) {
    return database
        .list(
            COLUMNS
                + "where tenant_id = ? and conversation_id = ? order by started_at desc, id desc limit ?",
            CallStore::call,
            tenantId,
            conversationId,
            limit)
        .stream()
        .map(this::facts)
        .toList();
  }

  /** The visitor's call that goes on. */
  Optional<CallFacts> ofVisitor(UUID tenantId, UUID visitorId) {
    return database
        .first(
            COLUMNS + "where tenant_id = ? and visitor_id = ? and state <> 'ended'",
            CallStore::call,
            tenantId,
            visitorId)
        .map(this::facts);
  }

  /** The calls an agent is in or was asked into. */
  List<CallFacts> ofAgent(UUID tenantId, UUID agentId) {
    return database
        .list(
            COLUMNS
                + """
                where tenant_id = ? and state <> 'ended' and id in (
                  select call_id from call_participant
                  where tenant_id = ? and person_id = ? and kind = 'agent' and state <> 'left')
                order by started_at, id""",
            CallStore::call,
            tenantId,
            tenantId,
            agentId)
        .stream()
        .map(this::facts)
        .toList();
  }

  boolean inCall(UUID tenantId, UUID agentId) {
    return database
        .first(
            """
            select 1 from call_participant
            where tenant_id = ? and person_id = ? and kind = 'agent' and state in ('connecting', 'joined')""",
            row -> row.getInt(1),
            tenantId,
            agentId)
        .isPresent();
  }

  int startedSince(UUID tenantId, UUID visitorId, Instant since) {
    return database
        .first(
            "select count(*) from call where tenant_id = ? and visitor_id = ? and started_at > ? and started_by is null",
            row -> row.getInt(1),
            tenantId,
            visitorId,
            since)
        .orElse(0);
  }

  /** False when the person is in it already, or in another call. */
  boolean add(Call call, Participant participant, Instant invitedAt) {
    return database.update(
            """
        insert into call_participant (id, tenant_id, call_id, kind, person_id, name, avatar_url, state, seat, microphone, camera, due,
          invited_at, seen_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict do nothing""",
            participant.id(),
            call.tenantId(),
            call.id(),
            participant.kind().code(),
            participant.personId(),
            participant.name(),
            participant.avatarUrl(),
            participant.standing().code(),
            participant.seat(),
            participant.microphone(),
            participant.camera(),
            participant.due(),
            invitedAt,
            participant.seenAt())
        > 0;
  }

  /** A tab takes the place, maybe over from another one. */
  void seat(UUID tenantId, Participant participant, UUID seat, @Nullable Instant due, Instant now) {
    database.update(
        """
        update call_participant set seat = ?, state = case when state = 'invited' then 'connecting' else state end,
          due = ?, seen_at = ?
        where tenant_id = ? and id = ?""",
        seat,
        due,
        now,
        tenantId,
        participant.id());
  }

  void joined(UUID tenantId, Participant participant, Instant at) {
    database.update(
        "update call_participant set state = 'joined', joined_at = coalesce(joined_at, ?), due = null where tenant_id = ? and id = ?",
        at,
        tenantId,
        participant.id());
  }

  void left(UUID tenantId, Participant participant, Instant at) {
    database.update(
        "update call_participant set state = 'left', left_at = ?, due = null where tenant_id = ? and id = ?",
        at,
        tenantId,
        participant.id());
  }

  void carded(UUID tenantId, UUID callId) {
    database.update(
        "update call set carded = true, next_due = null where tenant_id = ? and id = ?",
        tenantId,
        callId);
  }

  private CallFacts facts(Call call) {
    return new CallFacts(
        call, database.list(PARTICIPANTS, CallStore::participant, call.tenantId(), call.id()));
  }

  private static Call call(ResultSet row) throws SQLException {
    UUID claimedBy = row.getObject("claimed_by", UUID.class);
    Instant claimDue = instant(row, "claim_due");
    String policy = row.getString("hold_policy");
    String outcome = row.getString("outcome");
    Instant endedAt = instant(row, "ended_at");
    return new Call(
        row.getObject("id", UUID.class),
        row.getObject("tenant_id", UUID.class),
        row.getObject("conversation_id", UUID.class),
        new Visitor(row.getObject("visitor_id", UUID.class), row.getString("visitor_name")),
        row.getObject("department_id", UUID.class),
        Media.of(row.getString("media")),
        CallState.of(row.getString("state")),
        row.getLong("version"),
        row.getObject("started_by", UUID.class),
        claimedBy == null || claimDue == null
            ? null
            : new Claim(row.getObject("claim_id", UUID.class), claimedBy, claimDue),
        at(row, "ring_due"),
        at(row, "started_at"),
        instant(row, "first_joined_at"),
        instant(row, "beat_due"),
        policy == null ? null : new Limit(policy, instant(row, "cut_at")),
        outcome == null || endedAt == null
            ? null
            : new End(outcome, row.getString("reason"), endedAt));
  }

  private static Participant participant(ResultSet row) throws SQLException {
    return new Participant(
        row.getObject("id", UUID.class),
        PartyKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getObject("person_id", UUID.class),
        row.getString("name"),
        row.getString("avatar_url"),
        Standing.of(row.getString("state")),
        row.getObject("seat", UUID.class),
        row.getBoolean("microphone"),
        row.getBoolean("camera"),
        instant(row, "due"),
        instant(row, "joined_at"),
        instant(row, "left_at"),
        at(row, "seen_at"));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
