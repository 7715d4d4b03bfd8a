/**
 * Automatic messages at run time: {@code start} when a conversation was created, {@code noReply}
 * while agents of its department are online and none answers, {@code offline} while none is online.
 *
 * <p>The main path: whatever may begin or end one leaves a {@link io.dakenh.livetalk.sequence.note}
 * in its own transaction. {@code SequenceTimer} wakes up, {@code NoteRunner} turns the notes into
 * due rows of {@code sequence_watch}, and {@code Reviews} asks {@code SequenceEngine}, a pure
 * function over the row and the facts of the moment, what to do. What falls due goes through the
 * ordinary message writer under an id that follows from conversation, streak, sequence and index,
 * and with the streak it belongs to: the writer stores it once, and not after an answer, whatever
 * crashes in between. Only then the row moves on.
 *
 * <p>The rules are told in {@code docs/configuration.md} and are the same as those of
 * config-service's timeline; both are run against {@code
 * contracts/src/test/resources/sequence-timelines.json}.
 */
@NullMarked
package io.dakenh.livetalk.sequence;

import org.jspecify.annotations.NullMarked;
