/**
 * What happens to messages after they are stored: their authors edit or delete them for a while,
 * anybody who takes part reacts to them. {@link io.dakenh.livetalk.message.change.MessageChanges}
 * is the only way. Every change counts the conversation's revision up, so that whoever was away
 * learns what changed of the messages they hold; a deleted message keeps its place.
 */
@NullMarked
package io.dakenh.livetalk.message.change;

import org.jspecify.annotations.NullMarked;
