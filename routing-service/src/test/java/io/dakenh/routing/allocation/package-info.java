/** Timers on the real database, stopped and started like a replica. */
@NullMarked
package io.dakenh.routing.allocation;

import org.jspecify.annotations.NullMarked;
