/**
 * Sockets of visitors and agents on plain Vert.x: {@link io.dakenh.livetalk.socket.SocketRoutes}
 * upgrades, one {@link io.dakenh.livetalk.socket.SocketConnection} per tab keeps the little state
 * there is, {@link io.dakenh.livetalk.socket.FrameDispatcher} hands each frame to whoever does the
 * work, and one sweep watches silence and the end of tokens for all of them.
 */
@NullMarked
package io.dakenh.livetalk.socket;

import org.jspecify.annotations.NullMarked;
