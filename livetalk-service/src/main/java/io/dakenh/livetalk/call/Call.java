package io.dakenh.livetalk.call;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call as stored.
 *
 * @param startedBy the agent who calls the visitor back; null: the visitor calls
 * @param claim who took it and until when media must flow; null while nobody did
 * @param ringDue when it stops ringing whatever routing says
 * @param beatDue when the next sign of life is told; null before media flows
 * @param limit what billing says about a call without minutes; null while there are some
 * @param end null while it goes on
 */
record Call(
    UUID id,
    UUID tenantId,
    UUID conversationId,
    Visitor visitor,
    @Nullable UUID departmentId,
    Media media,
    CallState state,
    long version,
    @Nullable UUID startedBy,
    @Nullable Claim claim,
    Instant ringDue,
    Instant startedAt,
    @Nullable Instant firstJoinedAt,
    @Nullable Instant beatDue,
    @Nullable Limit limit,
    @Nullable End end) {

  /** Who is called, or calls. */
  record Visitor(UUID id, String name) {}

  /**
   * A provisional claim.
   *
   * @param id routing's; null when the visitor answered a call back
   */
  record Claim(@Nullable UUID id, UUID agentId, Instant due) {}

  /** No more minutes can be held. */
  record Limit(String policy, @Nullable Instant cutAt) {}

  /** How it ended. */
  record End(String outcome, @Nullable String reason, Instant at) {}

  boolean ended() {
    return state == CallState.ENDED;
  }

  boolean callBack() {
    return startedBy != null;
  }

  Call claimed(Claim by, @Nullable UUID department) {
    return with(media, department, CallState.CLAIMED, by, firstJoinedAt, beatDue, limit, null);
  }

  Call ringingOn() {
    return with(media, departmentId, CallState.RINGING, null, firstJoinedAt, beatDue, limit, null);
  }

  /** Media flows; the first time counts. */
  Call connected(Instant at, Instant nextBeat) {
    Instant first = firstJoinedAt == null ? at : firstJoinedAt;
    Instant beat = beatDue == null ? nextBeat : beatDue;
    return with(media, departmentId, CallState.CONNECTED, claim, first, beat, limit, null);
  }

  Call beaten(Instant nextBeat) {
    return with(media, departmentId, state, claim, firstJoinedAt, nextBeat, limit, null);
  }

  Call with(Media other) {
    return with(other, departmentId, state, claim, firstJoinedAt, beatDue, limit, null);
  }

  Call limited(Limit by) {
    return with(media, departmentId, state, claim, firstJoinedAt, beatDue, by, null);
  }

  Call ended(End how) {
    return with(media, departmentId, CallState.ENDED, claim, firstJoinedAt, null, limit, how);
  }

  private Call with(
      Media newMedia,
      @Nullable UUID department,
      CallState newState,
      @Nullable Claim newClaim,
      @Nullable Instant first,
      @Nullable Instant beat,
      @Nullable Limit newLimit,
      @Nullable End newEnd) {
    return new Call(
        id,
        tenantId,
        conversationId,
        visitor,
        department,
        newMedia,
        newState,
        version,
        startedBy,
        newClaim,
        ringDue,
        startedAt,
        first,
        beat,
        newLimit,
        newEnd);
  }
}
