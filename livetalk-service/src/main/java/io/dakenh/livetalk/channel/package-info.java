/**
 * Conversations of Facebook Pages and Zalo Official Accounts. The connector says what customers
 * wrote ({@link io.dakenh.livetalk.channel.ChannelConsumer}); it becomes a message of the thread's
 * conversation by the same writer as every other. What agents write there is noted by the writer in
 * the same commit and told to the connector right after it ({@link
 * io.dakenh.livetalk.channel.RequestRunner}); how far it came, comes back and is shown.
 *
 * <p>Nothing here holds a conversation's row while it waits for the writer: work that changes one
 * runs in transactions of its own, each safe to repeat.
 */
@NullMarked
package io.dakenh.livetalk.channel;

import org.jspecify.annotations.NullMarked;
