/**
 * Stores allocations and drives them: {@link io.dakenh.routing.allocation.AllocationService} is the
 * door for events and requests, {@code AllocationTimer} does whatever is due, {@code
 * AllocationWriter} turns a decision of the engine into rows and events.
 *
 * <p>Whoever decides something about a conversation first locks its allocation row; offers and
 * steps are changed under that lock only. Nobody waits for a second allocation while holding one,
 * except in one fixed order.
 */
@NullMarked
package io.dakenh.routing.allocation;

import org.jspecify.annotations.NullMarked;
