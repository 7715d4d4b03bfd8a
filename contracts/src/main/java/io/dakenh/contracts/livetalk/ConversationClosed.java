package io.dakenh.contracts.livetalk;

import java.time.Instant;
import java.util.UUID;

/**
 * A conversation ended. Key: conversation id. Pending offers for it are withdrawn.
 *
 * @param closedBy {@code visitor}, {@code agent} or {@code system}
 */
public record ConversationClosed(
    UUID tenantId, UUID conversationId, String closedBy, Instant closedAt) {}
