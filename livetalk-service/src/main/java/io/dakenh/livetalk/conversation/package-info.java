/**
 * Conversations: opened by visitors, joined by agents when routing says so, read, closed and
 * listed.
 */
@NullMarked
package io.dakenh.livetalk.conversation;

import org.jspecify.annotations.NullMarked;
