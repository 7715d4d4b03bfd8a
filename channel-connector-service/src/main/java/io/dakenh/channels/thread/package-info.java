/** Threads and contacts: who writes, what was said under which id, and what may be sent. */
@NullMarked
package io.dakenh.channels.thread;

import org.jspecify.annotations.NullMarked;
