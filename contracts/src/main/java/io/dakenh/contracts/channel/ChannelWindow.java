package io.dakenh.contracts.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the provider lets the business send to one customer, as of {@code asOf}. Before {@code
 * freeUntil} anything, before {@code limitedUntil} what {@code limitedTo} names, after it nothing.
 * An absent end means: not at all.
 *
 * @param limitedTo {@code human-agent} (written by an agent, never by a rule) or {@code charged}
 *     (only with consent, the business pays), absent without such a time
 * @param freeRepliesLeft as the provider last said; absent: no count limits them
 * @param chargedRepliesLeft of the paid quota, as the provider last said
 * @param blockedReason a failure code that holds until the customer writes again, whatever the ends
 *     say: {@code recipient-unreachable}, {@code charged-unavailable}, {@code channel-restricted}
 * @param privateReplyUntil comments: when one private answer stops being possible; absent when it
 *     was used
 * @param textLimit longest text in characters
 */
public record ChannelWindow(
    Instant asOf,
    @Nullable Instant freeUntil,
    @Nullable Instant limitedUntil,
    @Nullable String limitedTo,
    @Nullable Integer freeRepliesLeft,
    @Nullable Integer chargedRepliesLeft,
    @Nullable String blockedReason,
    @Nullable Instant privateReplyUntil,
    int textLimit) {}
