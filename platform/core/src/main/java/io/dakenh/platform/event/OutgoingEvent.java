package io.dakenh.platform.event;

import io.dakenh.platform.time.Ids;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to the broker, already serialised.
 *
 * @param id CloudEvents id; consumers deduplicate by it
 * @param type CloudEvents type
 * @param topic topic name
 * @param key message key: the aggregate's id
 * @param tenantId whose data it is
 * @param payload JSON value; null tells a compacted topic to forget the key
 * @param traceParent W3C trace context of the change that caused it
 * @param causationId id of the event that caused it
 */
public record OutgoingEvent(
    UUID id,
    String type,
    String topic,
    String key,
    UUID tenantId,
    Instant occurredAt,
    @Nullable String payload,
    @Nullable String traceParent,
    @Nullable UUID causationId) {
  /** Says that a compacted topic has to forget a key. */
  private static final String FORGOTTEN = "io.dakenh.forgotten.v1";

  /** Makes a compacted topic forget what it tells under a key. */
  public static OutgoingEvent forgetting(String topic, String key, UUID tenantId, Instant now) {
    return new OutgoingEvent(
        Ids.next(), FORGOTTEN, topic, key, tenantId, now, null, Traces.current(), null);
  }
}
