/** The HTTP API of the desk: own offers, the queue, the timeline of a conversation. */
@NullMarked
package io.dakenh.routing.desk;

import org.jspecify.annotations.NullMarked;
