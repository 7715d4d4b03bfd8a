/**
 * The rules of allocation and nothing else: who is asked, for how long, who comes next, when a
 * conversation goes to the queue. No database, no clock, no broker: the moment, the team and the
 * source of randomness are passed in, and a {@link io.dakenh.routing.engine.Decision} comes out.
 *
 * <p>Read {@link io.dakenh.routing.engine.AllocationEngine} first, then {@link
 * io.dakenh.routing.engine.AllocationState}.
 */
@NullMarked
package io.dakenh.routing.engine;

import org.jspecify.annotations.NullMarked;
