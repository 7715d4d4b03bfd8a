package io.dakenh.config.storage;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that follows from a change of the document it lies in: an event for the broker, or an
 * entry for the audit log when there is no topic.
 *
 * @param id CloudEvents id, or id of the audit entry
 * @param type CloudEvents type, or the audited action
 * @param topic topic name; null for an audit entry
 * @param key message key: the aggregate's id
 * @param payload JSON
 * @param traceParent W3C trace context of the change
 */
public record PendingEntry(
    UUID id,
    String type,
    @Nullable String topic,
    String key,
    Instant occurredAt,
    String payload,
    @Nullable String traceParent) {}
