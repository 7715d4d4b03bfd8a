/** Linked Pages and OAs: their rows, states, tokens, checks and events. */
@NullMarked
package io.dakenh.channels.channel;

import org.jspecify.annotations.NullMarked;
