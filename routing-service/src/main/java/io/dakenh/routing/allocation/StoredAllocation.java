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
 * @param call what is known of a call; null for a conversation. A call's own id stands where a
 *     conversation's id does
 * @param heldByCall the call the conversation begins with, while that goes on
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
    @Nullable Call call,
    @Nullable UUID heldByCall,
    Instant now,
    OfferBook offers) {
  /**
   * A call.
   *
   * @param conversationId it belongs to
   * @param media {@code audio} or {@code video}
   * @param ringUntil end of its total time, once an earlier claim came to nothing
   */
  record Call(UUID conversationId, String media, @Nullable Instant ringUntil) {}

  /** The conversation it is about. */
  UUID about() {
    return call == null ? conversationId : call.conversationId();
  }

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
        call,
        heldByCall,
        now,
        book);
  }
}
