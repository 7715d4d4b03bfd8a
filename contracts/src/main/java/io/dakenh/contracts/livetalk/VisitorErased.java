package io.dakenh.contracts.livetalk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Everything known of a visitor, or of some conversations of theirs, is gone. Key: visitor id.
 * Whoever keeps a name or a beginning of a message of these conversations forgets it.
 *
 * @param conversationIds at most 200; a person with more has several such events
 * @param cause {@code request} of the person, or {@code retention} by the business's policy
 */
public record VisitorErased(
    UUID tenantId, UUID visitorId, List<UUID> conversationIds, String cause, Instant erasedAt) {}
