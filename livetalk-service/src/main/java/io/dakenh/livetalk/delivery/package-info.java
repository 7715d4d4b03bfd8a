/**
 * The port through which everything reaches open sockets, and the frames that travel through it.
 */
@NullMarked
package io.dakenh.livetalk.delivery;

import org.jspecify.annotations.NullMarked;
