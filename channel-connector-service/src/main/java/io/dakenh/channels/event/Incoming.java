package io.dakenh.channels.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing a provider told us, in our form. Stored as JSON until it was worked off.
 *
 * @param account the provider's id of the Page or OA
 * @param surface {@code chat} or {@code comment}
 * @param customer the provider's id of the person it is about
 * @param thread what names the thread there: the customer in chats, the top comment in comments
 * @param dedupeKey the same for the same event, however often and however it is delivered
 * @param externalId the message it is or is about
 * @param externalIds marks that name several messages
 * @param upTo marks that reach to a time, in milliseconds
 * @param correlation what we gave our own message, when it comes back
 * @param conversation what an answer to an anonymous visitor has to name
 * @param at when it happened, in milliseconds
 */
public record Incoming(
    Type type,
    String account,
    String surface,
    String customer,
    @Nullable String customerName,
    String thread,
    String dedupeKey,
    @Nullable String externalId,
    List<String> externalIds,
    @Nullable Long upTo,
    String messageKind,
    @Nullable String text,
    List<RemoteFile> files,
    @Nullable String replyTo,
    @Nullable String payload,
    @Nullable Place place,
    @Nullable Referral referral,
    @Nullable Post post,
    @Nullable String correlation,
    @Nullable String author,
    @Nullable String conversation,
    @Nullable String emoji,
    @Nullable String phone,
    @Nullable String name,
    long at) {

  /** What kind of thing. */
  public enum Type {
    MESSAGE,
    ECHO,
    DELIVERED,
    READ,
    REACTED,
    UNREACTED,
    EDITED,
    DELETED,
    HIDDEN,
    SHOWN,
    FOLLOWED,
    UNFOLLOWED,
    NOTICE,
    ERASE
  }

  /** A file that lies at the provider for a while. */
  public record RemoteFile(String kind, String url, @Nullable String name) {}

  /** A place on earth. */
  public record Place(String latitude, String longitude, @Nullable String title) {}

  /** Where a customer came from. */
  public record Referral(
      String source,
      @Nullable String ref,
      @Nullable String adId,
      @Nullable String adTitle,
      @Nullable String postId) {}

  /** Where a comment stands. */
  public record Post(String commentId, String postId, @Nullable String parentId) {}

  /** Whether the customer did something that lets us answer. */
  public boolean opensWindow() {
    return type == Type.MESSAGE || type == Type.FOLLOWED;
  }

  /** Whether the customer came through an advertisement. */
  public boolean fromAd() {
    return referral != null && "ads".equals(referral.source());
  }
}
