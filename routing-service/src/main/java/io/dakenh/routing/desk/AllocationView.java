package io.dakenh.routing.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dakenh.routing.allocation.AllocationService.Allocation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The conversation is the caller's.
 *
 * @param offerId the offer that was accepted, absent when the conversation was taken from the queue
 * @param allocationId id of this binding
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AllocationView(@Nullable UUID offerId, UUID conversationId, UUID allocationId) {
  static AllocationView of(Allocation allocation) {
    return new AllocationView(
        allocation.offerId(), allocation.conversationId(), allocation.allocationId());
  }
}
