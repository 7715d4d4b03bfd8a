/**
 * What stands between the messages of a conversation for agents only: their private notes, and
 * lines that say what happened. The messages' sequence belongs to the visitor and must have no gaps
 * there, so notes are numbered by themselves and say behind which message they stand. No path to a
 * visitor leads through here: frames go to those {@link io.dakenh.livetalk.access.Access} names.
 */
@NullMarked
package io.dakenh.livetalk.note;

import org.jspecify.annotations.NullMarked;
