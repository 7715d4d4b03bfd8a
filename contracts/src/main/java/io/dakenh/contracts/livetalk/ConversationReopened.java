package io.dakenh.contracts.livetalk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A closed or snoozed conversation goes on. Key: conversation id.
 *
 * @param reopeningId id of this reopening; a redelivered event carries the same one
 * @param reopenedBy {@code visitor}, {@code agent} or {@code system} (a snooze that is over)
 * @param agentId who serves it at once: the agent who reopened it; absent: it is allocated anew
 * @param previousAgentId who served it last and is asked first if online and free; absent: nobody
 *     did
 */
public record ConversationReopened(
    UUID tenantId,
    UUID conversationId,
    UUID reopeningId,
    String reopenedBy,
    @Nullable UUID agentId,
    @Nullable UUID previousAgentId,
    Instant reopenedAt) {}
