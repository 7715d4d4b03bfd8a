package io.dakenh.config.storage;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that follows from a change of the document it lies in: an event for the broker when
 * there is a topic, work on other documents when there is an effect, else an entry for the audit
 * log.
 *
 * @param id CloudEvents id, or id of the audit entry
 * @param type CloudEvents type, or the audited action
 * @param topic topic name; null unless it is an event
 * @param key message key: the aggregate's id
 * @param payload JSON
 * @param traceParent W3C trace context of the change
 * @param effect kind of the {@link PendingEffect} that does it; null unless it is work
 */
public record PendingEntry(
    UUID id,
    String type,
    @Nullable String topic,
    String key,
    Instant occurredAt,
    String payload,
    @Nullable String traceParent,
    @Nullable String effect) {}
