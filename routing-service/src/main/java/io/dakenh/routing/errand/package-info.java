/**
 * Durable notes of what has to be looked at after a commit: an agent's presence changed, a
 * department changed, someone has room for more from the queue.
 *
 * <p>Why notes: the change and the conversations it concerns are locked by different transactions.
 * A note is visible only once the change is, and is worked off only by the timer, so whichever of
 * two simultaneous changes commits last always gets looked at, and nobody has to hold locks on many
 * conversations while changing one person.
 */
@NullMarked
package io.dakenh.routing.errand;

import org.jspecify.annotations.NullMarked;
