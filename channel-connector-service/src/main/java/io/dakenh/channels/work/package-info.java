/** Threads with something to be done: claimed by one worker at a time, on whichever replica. */
@NullMarked
package io.dakenh.channels.work;

import org.jspecify.annotations.NullMarked;
