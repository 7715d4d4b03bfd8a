/**
 * Brings conversations to agents. The main path:
 *
 * <ol>
 *   <li>{@link io.dakenh.routing.RoutingEvents} hears that a conversation was opened and hands it
 *       to {@code AllocationService}, which stores an allocation that is due at once.
 *   <li>{@code AllocationTimer} wakes up, claims what is due and asks {@code AllocationEngine} what
 *       to do; the answer is stored as offers and timeline steps, with the events beside them in
 *       the outbox.
 *   <li>An agent accepts through {@code OfferResource}: one claim in the database decides who is
 *       first.
 *   <li>Silence, a "no", someone going away or a changed department make the allocation due again,
 *       and the engine decides anew: the next person, another round, or the queue.
 * </ol>
 *
 * <p>A conversation that is handed on, reopened, or left by its agent without a word begins anew in
 * {@code Reallocation}.
 *
 * <p>People and departments are known from events ({@code roster}). Whatever may concern many
 * conversations is left as an {@code errand} and done by the timer, so that no event handler ever
 * waits for an allocation.
 */
@NullMarked
package io.dakenh.routing;

import org.jspecify.annotations.NullMarked;
