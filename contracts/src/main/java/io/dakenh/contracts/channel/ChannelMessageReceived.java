package io.dakenh.contracts.channel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something was written at a provider: by a customer, or by the business elsewhere than with us.
 * Key: thread id, so one customer's messages keep their order. Carries text: the topic is kept for
 * {@link io.dakenh.contracts.event.Topic#retention}.
 *
 * @param kind {@code facebook} or {@code zalo}
 * @param threadId one private conversation with one customer, or one comment with its replies
 * @param surface {@code chat} or {@code comment}
 * @param messageId given by the connector once; the name of this message in everything that follows
 * @param direction {@code in} from the customer, {@code out} written elsewhere by the business
 * @param messageKind see docs/channels.md
 * @param replyToMessageId the message answered, whoever wrote it, when it is known
 * @param payload what a tapped button carries, the reference of a referral
 * @param externalAuthor out: who wrote it, as far as the provider says
 */
public record ChannelMessageReceived(
    UUID tenantId,
    UUID channelId,
    String kind,
    UUID threadId,
    String surface,
    ChannelContact contact,
    UUID messageId,
    String externalMessageId,
    String direction,
    String messageKind,
    @Nullable String text,
    List<ChannelMedia> attachments,
    @Nullable UUID replyToMessageId,
    @Nullable String payload,
    @Nullable Place place,
    @Nullable Referral referral,
    @Nullable Comment comment,
    @Nullable String externalAuthor,
    ChannelWindow window,
    Instant sentAt,
    Instant receivedAt) {

  /** A place on earth; degrees as texts, as exact as they came. */
  public record Place(String latitude, String longitude, @Nullable String title) {}

  /**
   * Where the customer came from.
   *
   * @param source as the provider says, in lower case: {@code ads}, {@code shortlink} and others
   */
  public record Referral(
      String source,
      @Nullable String ref,
      @Nullable String adId,
      @Nullable String adTitle,
      @Nullable String postId) {}

  /**
   * A comment on a post.
   *
   * @param parentId the comment answered; absent for one directly under the post
   */
  public record Comment(
      String commentId, String postId, @Nullable String parentId, @Nullable String permalink) {}
}
