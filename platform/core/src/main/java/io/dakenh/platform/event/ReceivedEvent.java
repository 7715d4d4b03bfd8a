package io.dakenh.platform.event;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as a handler sees it.
 *
 * @param id CloudEvents id
 * @param tenantId whose data it is; the handler already runs bound to it
 * @param payload the record
 */
public record ReceivedEvent<T extends Record>(
    UUID id, String type, UUID tenantId, Instant occurredAt, T payload) {}
