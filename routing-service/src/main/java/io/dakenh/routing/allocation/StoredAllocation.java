package io.dakenh.routing.allocation;

import io.dakenh.routing.engine.AllocationState;
import io.dakenh.routing.engine.OfferBook;
import io.dakenh.routing.engine.Wishes;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An allocation as loaded under its row lock.
 *
 * @param bindingId what others know as the allocation's id once someone joined
 * @param generation which allocation of the conversation this is, from 1
 * @param wantedDepartmentId where it is now, or where it should start; null means the default
 *     department
 * @param wishes whom it should come to
 * @param previousAgentId who served its visitor last
 * @param now the database's clock at the moment of locking: all decisions use it, so replicas need
 *     not agree on the time
 */
record StoredAllocation(
    UUID id,
    UUID tenantId,
    UUID conversationId,
    UUID bindingId,
    int generation,
    long version,
    @Nullable UUID wantedDepartmentId,
    AllocationState state,
    String channelKind,
    String visitorName,
    String preview,
    Instant openedAt,
    Wishes wishes,
    @Nullable UUID previousAgentId,
    Instant now,
    OfferBook offers) {
  StoredAllocation with(OfferBook book) {
    return new StoredAllocation(
        id,
        tenantId,
        conversationId,
        bindingId,
        generation,
        version,
        wantedDepartmentId,
        state,
        channelKind,
        visitorName,
        preview,
        openedAt,
        wishes,
        previousAgentId,
        now,
        book);
  }
}
