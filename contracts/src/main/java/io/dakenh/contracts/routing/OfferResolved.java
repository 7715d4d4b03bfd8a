package io.dakenh.contracts.routing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer ended. Key: conversation id, for a call the call's id.
 *
 * @param agentId the agent who had been asked
 * @param outcome {@code accepted}, {@code declined}, {@code expired} or {@code withdrawn}
 * @param acceptedByAgentId who took the conversation, when someone did
 * @param kind {@code conversation} or {@code call}; absent means a conversation
 * @param callId the call; absent for a conversation
 */
public record OfferResolved(
    UUID tenantId,
    UUID offerId,
    UUID conversationId,
    UUID agentId,
    String outcome,
    @Nullable UUID acceptedByAgentId,
    Instant resolvedAt,
    @Nullable String kind,
    @Nullable UUID callId) {}
