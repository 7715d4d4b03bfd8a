package io.dakenh.platform.event;

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
 * @param payload JSON value
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
    String payload,
    @Nullable String traceParent,
    @Nullable UUID causationId) {}
