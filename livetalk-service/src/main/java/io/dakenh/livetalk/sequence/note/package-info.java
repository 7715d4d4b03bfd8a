/**
 * Notes of what may begin or end automatic messages. Whoever changes such a thing leaves a note in
 * the same transaction; {@link io.dakenh.livetalk.sequence} works it off right after the commit, in
 * any replica. Notes are only inserted and deleted, so nobody waits for a conversation while
 * changing a person, and no crash can come between a change and its note.
 */
@NullMarked
package io.dakenh.livetalk.sequence.note;

import org.jspecify.annotations.NullMarked;
