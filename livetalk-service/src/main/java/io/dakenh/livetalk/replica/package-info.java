/**
 * Replicas of this service push to each other what concerns sockets held elsewhere.
 *
 * <p>Main path: {@link io.dakenh.livetalk.replica.ReplicaFanout} pushes to the sockets of this
 * replica first and hands the same {@link io.dakenh.livetalk.replica.Delivery} to {@link
 * io.dakenh.livetalk.replica.Peers}, which finds the others by name and keeps one {@link
 * io.dakenh.livetalk.replica.OutgoingStream} to each. Its other end, an {@link
 * io.dakenh.livetalk.replica.IncomingStream}, says whose sockets it has, so that nothing is sent
 * that nobody there waits for. What could not be sent is remembered by business ({@link
 * io.dakenh.livetalk.replica.Missed}) and told when the stream is back; after a replica that died
 * without a word everybody is asked to look ({@link io.dakenh.livetalk.replica.Absences}).
 *
 * <p>Nothing here is durable and nothing waits for an answer of a peer but a person's first socket:
 * the database has everything, and a client that missed a frame notices or is asked to look.
 */
@NullMarked
package io.dakenh.livetalk.replica;

import org.jspecify.annotations.NullMarked;
