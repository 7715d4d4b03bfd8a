package io.dakenh.channels.thread;

import io.dakenh.channels.provider.Kind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One private conversation, or one comment with its replies.
 *
 * @param account the provider's id of the Page or OA
 * @param externalId the customer in chats, the top comment in comments
 * @param freeLeft free messages until the customer does something again, as the provider last said;
 *     null: it does not count them
 * @param conversation what an answer to an anonymous visitor has to name
 */
public record ChannelThread(
    UUID id,
    UUID tenantId,
    UUID channelId,
    Kind kind,
    String account,
    String surface,
    String externalId,
    @Nullable String conversation,
    long version,
    @Nullable Instant lastInboundAt,
    @Nullable Instant adOpenedAt,
    @Nullable Integer freeLeft,
    @Nullable Integer chargedLeft,
    @Nullable String blockedReason,
    @Nullable Instant privateReplyUntil,
    Contact contact) {
  /** Whether it is under a post. */
  public boolean comment() {
    return "comment".equals(surface);
  }
}
