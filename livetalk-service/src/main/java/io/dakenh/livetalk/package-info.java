/**
 * Conversations between visitors and agents.
 *
 * <p>The main path: a frame arrives on a {@link io.dakenh.livetalk.socket} connection; {@link
 * io.dakenh.livetalk.message.MessageWriter} stores whatever is queued as one statement, which gives
 * each message its gap-free sequence and writes the event for the outbox; after the commit the
 * sender gets its ack, and the {@link io.dakenh.livetalk.delivery.Fanout} pushes the message to the
 * other participants' sockets, on this replica and, by {@link io.dakenh.livetalk.replica}, on
 * others. Kafka is fed from the outbox and never stands between the two.
 *
 * <p>Files come first, over HTTP, and are named by the message that carries them ({@link
 * io.dakenh.livetalk.attachment}). What happens to stored messages, edits, deletions and reactions,
 * is counted per conversation, so that whoever was away learns of it ({@link
 * io.dakenh.livetalk.message.change}).
 *
 * <p>What changes rarely (opening, closing, allocation, presence) goes through {@link
 * io.dakenh.livetalk.conversation} and {@link io.dakenh.livetalk.presence} in ordinary
 * transactions, and so do automatic messages, which come from durable timers ({@link
 * io.dakenh.livetalk.sequence}) and enter by the same writer. Businesses, people and departments
 * are known from config-service's events ({@link io.dakenh.livetalk.directory}), offers from
 * routing-service's ({@link io.dakenh.livetalk.offer}).
 *
 * <p>Conversations of Facebook Pages and Zalo OAs are such conversations too: what their customers
 * write enters by the same writer, and what is answered is told to channel-connector-service
 * ({@link io.dakenh.livetalk.channel}).
 *
 * <p>Calls ({@link io.dakenh.livetalk.call}) are signalled over the same sockets; media goes from
 * browser to browser.
 *
 * <p>What agents see and visitors do not, private notes and activity, stands beside the messages
 * ({@link io.dakenh.livetalk.note}) and goes to those {@link io.dakenh.livetalk.access} names;
 * {@link io.dakenh.livetalk.label} and {@link io.dakenh.livetalk.contact} hold what agents know of
 * conversations and visitors. What was said is found again by {@link io.dakenh.livetalk.search},
 * which follows the service's own events, and so does {@link io.dakenh.livetalk.report}.
 *
 * <p>Afterwards: {@link io.dakenh.livetalk.transcript} makes documents of conversations, {@link
 * io.dakenh.livetalk.mail} and {@link io.dakenh.livetalk.push} carry letters and notices out of
 * their rows, {@link io.dakenh.livetalk.identify} knows the business's customers, and {@link
 * io.dakenh.livetalk.personaldata} hands over or forgets what is known of one of them.
 */
@NullMarked
package io.dakenh.livetalk;

import org.jspecify.annotations.NullMarked;
