package io.dakenh.contracts.livetalk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call began to ring: routing asks agents, billing checks the minutes. Key: call id.
 *
 * @param channelKind of its conversation; absent means {@code livetalk}
 * @param departmentId of its conversation; absent means the default department
 * @param media {@code audio} or {@code video}
 * @param wantedAgentId to be asked first: who serves the conversation, or whom the visitor chose
 * @param startedByAgentId the agent who calls the visitor back: nobody else is asked; absent: the
 *     visitor calls
 */
public record CallStarted(
    UUID tenantId,
    UUID callId,
    UUID conversationId,
    @Nullable String channelKind,
    @Nullable UUID departmentId,
    UUID visitorId,
    String visitorName,
    String media,
    Instant startedAt,
    @Nullable UUID wantedAgentId,
    @Nullable UUID startedByAgentId) {}
