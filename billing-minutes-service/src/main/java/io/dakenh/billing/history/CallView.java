package io.dakenh.billing.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call as the owner sees it.
 *
 * @param media {@code audio} or {@code video}
 * @param state {@code ringing}, {@code running} or {@code ended}
 * @param outcome once ended: {@code completed}, {@code missed}, {@code cancelled}, {@code failed},
 *     {@code cut} or {@code lost} (everybody fell silent)
 * @param joinedAt when the first agent joined, absent when nobody did
 * @param endedAt absent while it runs and when no end was told
 * @param durationSeconds from the first join to the end, or as far as is known
 * @param chargedSeconds with the plan's increment
 * @param month the month it is charged to, {@code yyyy-MM}
 * @param fault why not all that was told is believed, absent when it is
 * @param agents in the order of joining
 */
public record CallView(
    UUID id,
    @Nullable UUID conversationId,
    String visitorName,
    String media,
    String state,
    @Nullable String outcome,
    Instant startedAt,
    @Nullable Instant joinedAt,
    @Nullable Instant endedAt,
    long durationSeconds,
    long chargedSeconds,
    @Nullable String month,
    @Nullable String fault,
    List<Agent> agents) {
  /** Who was in it. */
  public record Agent(UUID id, String name, Instant joinedAt, @Nullable Instant leftAt) {}
}
