package io.dakenh.contracts.livetalk;

import java.time.Instant;
import java.util.UUID;

/**
 * A visitor said how content they were with a conversation that is over; again replaces what was
 * said before. Key: conversation id. What the visitor wrote beside it is not repeated here.
 *
 * @param score 1 to 5
 */
public record ConversationRated(UUID tenantId, UUID conversationId, int score, Instant ratedAt) {}
