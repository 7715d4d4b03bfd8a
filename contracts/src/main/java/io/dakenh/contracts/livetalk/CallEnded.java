package io.dakenh.contracts.livetalk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call is over. Key: call id.
 *
 * @param outcome {@code completed}, {@code missed} (nobody joined), {@code cancelled} (who called
 *     hung up first), {@code failed} (media never connected, or everyone vanished before it did) or
 *     {@code cut} (the minutes were used up)
 * @param reason why, where the outcome does not say it: {@code nobody-online}, {@code
 *     everyone-busy}, {@code lost} and the like
 * @param firstJoinedAt when the first agent's media flowed; absent when nobody's did
 * @param endedAt the last sign of life when everybody vanished
 * @param agents who was in it, in the order of joining; somebody may be there twice
 */
public record CallEnded(
    UUID tenantId,
    UUID callId,
    UUID conversationId,
    UUID visitorId,
    String visitorName,
    String media,
    String outcome,
    @Nullable String reason,
    Instant startedAt,
    @Nullable Instant firstJoinedAt,
    Instant endedAt,
    List<Participant> agents,
    @Nullable UUID departmentId) {
  /** An agent's time in the call. */
  public record Participant(UUID agentId, String name, Instant joinedAt, Instant leftAt) {}
}
