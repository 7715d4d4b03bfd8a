package io.dakenh.routing.desk;

import java.time.Instant;
import java.util.UUID;

/**
 * A conversation that waits in a department's queue.
 *
 * @param reason {@code total-time-over}, {@code nobody-online}, {@code everyone-busy} or {@code
 *     outside-hours}
 * @param position place in the department's queue, from 1
 */
public record QueuedView(
    UUID conversationId,
    UUID departmentId,
    String departmentName,
    String visitorName,
    String channelKind,
    String preview,
    Instant openedAt,
    Instant queuedAt,
    String reason,
    long position) {}
