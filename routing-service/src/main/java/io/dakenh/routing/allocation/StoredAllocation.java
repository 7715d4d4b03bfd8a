package io.dakenh.routing.allocation;

import io.dakenh.routing.engine.AllocationState;
import io.dakenh.routing.engine.OfferBook;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An allocation as loaded under its row lock.
 *
 * @param id also the id of the binding once someone joined
 * @param wantedDepartmentId where it is now, or where it should start; null means the default
 *     department
 * @param wantedAgentId whom the visitor asked for
 * @param now the database's clock at the moment of locking: all decisions use it, so replicas need
 *     not agree on the time
 */
record StoredAllocation(
    UUID id,
    UUID tenantId,
    UUID conversationId,
    long version,
    @Nullable UUID wantedDepartmentId,
    AllocationState state,
    String channelKind,
    String visitorName,
    String preview,
    Instant openedAt,
    @Nullable UUID wantedAgentId,
    Instant now,
    OfferBook offers) {
  StoredAllocation with(OfferBook book) {
    return new StoredAllocation(
        id,
        tenantId,
        conversationId,
        version,
        wantedDepartmentId,
        state,
        channelKind,
        visitorName,
        preview,
        openedAt,
        wantedAgentId,
        now,
        book);
  }
}
