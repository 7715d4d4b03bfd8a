package io.dakenh.routing.desk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of a conversation's timeline.
 *
 * @param kind {@code opened}, {@code started}, {@code wanted-unavailable}, {@code offered}, {@code
 *     accepted}, {@code declined}, {@code expired}, {@code withdrawn}, {@code round-started},
 *     {@code queued}, {@code joined}, {@code waiting-for-department}, {@code handed-on}, {@code
 *     taken-back}, {@code reopened}, {@code routed-again} or {@code closed}
 * @param agent whom it concerns
 * @param reason why the person was asked, why an offer was withdrawn, why it went to the queue, how
 *     it was joined
 * @param candidates among whom the person was chosen, in ring order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepView(
    @JsonIgnore long id,
    Instant at,
    String kind,
    @Nullable Named department,
    @Nullable Named agent,
    @Nullable UUID offerId,
    @Nullable Integer round,
    @Nullable String reason,
    @Nullable List<Named> candidates) {
  /** An id with the name it has now. */
  public record Named(UUID id, String name) {}
}
