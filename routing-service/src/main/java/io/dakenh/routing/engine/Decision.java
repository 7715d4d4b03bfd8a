package io.dakenh.routing.engine;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the engine decided.
 *
 * @param changes in the order they happened; empty when nothing did
 * @param nextDue when to look again, null when only an event can change anything
 * @param mayDrain people who could now be asked about waiting conversations, oldest first; this one
 *     may be among them
 */
public record Decision(
    AllocationState state,
    OfferBook offers,
    List<Change> changes,
    @Nullable Instant nextDue,
    Set<UUID> mayDrain) {}
