package io.dakenh.livetalk.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint.
 *
 * @param state active, paused (by its owner) or disabled (it failed for too long)
 * @param secret only in the answer to making it or replacing its secret
 * @param formerSecretUntil until then the former secret signs beside the new one
 * @param failingSince since when nothing was taken
 * @param disabledBecause {@code failing} or {@code gone} (it answered 410)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EndpointView(
    UUID id,
    String name,
    String url,
    List<String> events,
    String state,
    @Nullable String secret,
    @Nullable Instant formerSecretUntil,
    @Nullable Instant failingSince,
    @Nullable Instant disabledAt,
    @Nullable String disabledBecause,
    Instant createdAt,
    long version) {
  static EndpointView of(Endpoint endpoint, Instant now, @Nullable String shownOnce) {
    Instant former = endpoint.formerUntil();
    return new EndpointView(
        endpoint.id(),
        endpoint.name(),
        endpoint.url(),
        endpoint.events(),
        endpoint.state(),
        shownOnce,
        former != null && former.isAfter(now) ? former : null,
        endpoint.failingSince(),
        endpoint.disabledAt(),
        endpoint.disabledBecause(),
        endpoint.createdAt(),
        endpoint.version());
  }
}
