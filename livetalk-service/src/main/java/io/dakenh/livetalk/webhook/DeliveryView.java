package io.dakenh.livetalk.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a delivery went.
 *
 * @param eventId the {@code id} of the body, the same at every attempt and replay
 * @param state {@code waiting}, {@code delivered} or {@code failed}
 * @param nextAttemptAt while it waits
 * @param status of the last answer, if there was one
 * @param failure why the last attempt failed, where no status says it: {@code timeout}, {@code
 *     unreachable}, {@code address-private} and the like
 * @param answer the beginning of the last answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryView(
    UUID id,
    UUID eventId,
    String type,
    Instant occurredAt,
    String state,
    int attempts,
    @Nullable Instant nextAttemptAt,
    @Nullable Instant attemptedAt,
    @Nullable Integer status,
    @Nullable String failure,
    @Nullable Long durationMilliseconds,
    @Nullable String answer,
    @Nullable UUID conversationId) {
  static DeliveryView of(Delivery delivery) {
    return new DeliveryView(
        delivery.id(),
        delivery.eventId(),
        delivery.type(),
        delivery.occurredAt(),
        delivery.state(),
        delivery.attempts(),
        delivery.state().equals("waiting") ? delivery.dueAt() : null,
        delivery.attemptedAt(),
        delivery.status(),
        delivery.failure(),
        delivery.durationMillis(),
        delivery.answer(),
        delivery.conversationId());
  }
}
