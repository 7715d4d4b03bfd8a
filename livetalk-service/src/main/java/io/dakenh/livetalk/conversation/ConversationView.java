package io.dakenh.livetalk.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dakenh.livetalk.message.Message;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation's summary as one reader sees it.
 *
 * @param version grows with every change; the higher one wins
 * @param revision grows with every change of a message: edited, deleted, reacted to
 * @param readSequence up to where the reader has read
 * @param otherReadSequence up to where the other side has read
 * @param deliveredSequence up to where messages have reached a client of the reader's side
 * @param otherDeliveredSequence up to where messages have reached a client of the other side
 * @param rating told by the visitor after the end
 * @param care to agents only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConversationView(
    UUID id,
    long version,
    long epoch,
    String state,
    String channelKind,
    VisitorView visitor,
    @Nullable UUID departmentId,
    List<AgentView> agents,
    long lastSequence,
    long revision,
    long readSequence,
    long otherReadSequence,
    long deliveredSequence,
    long otherDeliveredSequence,
    @Nullable Message lastMessage,
    Instant openedAt,
    @Nullable Instant closedAt,
    @Nullable PageView page,
    @Nullable RatingView rating,
    @JsonUnwrapped @Nullable CareView care) {

  /** The visitor; all but id and name are for agents only. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record VisitorView(
      UUID id,
      String name,
      @Nullable String phone,
      @Nullable String email,
      @Nullable List<AnswerView> fields,
      @Nullable AgentView wantedAgent,
      @Nullable String avatarUrl) {
    VisitorView toThemselves() {
      return new VisitorView(id, name, null, null, null, null, null);
    }
  }

  /** One answer to a question of the business's own. */
  public record AnswerView(String key, String label, String value) {}

  /**
   * An agent who takes part, or to a visitor the department that stands for all of them.
   *
   * @param joinedAfter behind the message with this sequence; absent where nobody is told of it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record AgentView(
      UUID id, String name, @Nullable String avatarUrl, @Nullable Long joinedAfter) {}

  /** How content the visitor was. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record RatingView(int score, String comment, Instant ratedAt) {}

  /**
   * What only agents see.
   *
   * @param waiting for somebody to join
   * @param snoozedUntil put off until then
   * @param labels put on it
   * @param noteRevision of the newest change of a note
   * @param blocked whether its visitor may not write
   * @param channel the Page or OA it came by; absent for the website
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record CareView(
      boolean waiting,
      @Nullable Instant snoozedUntil,
      List<UUID> labels,
      long noteRevision,
      boolean blocked,
      @Nullable ChannelView channel) {}

  /**
   * Where a conversation of a Page or OA comes from.
   *
   * @param state of the channel, as the connector says
   * @param surface {@code chat} or {@code comment}
   * @param following Zalo: whether the customer follows the OA
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ChannelView(
      UUID id,
      String name,
      String state,
      String surface,
      @Nullable Boolean following,
      ReplyView reply) {}

  /**
   * What the provider lets the business answer: anything before {@code freeUntil}, what {@code
   * limitedTo} names before {@code limitedUntil}, nothing after it, and nothing while there is a
   * {@code blockedReason}. Comments are answered in public at any time.
   *
   * @param limitedTo {@code human-agent} or {@code charged}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ReplyView(
      @Nullable Instant freeUntil,
      @Nullable Instant limitedUntil,
      @Nullable String limitedTo,
      @Nullable Integer freeRepliesLeft,
      @Nullable Integer chargedRepliesLeft,
      @Nullable String blockedReason,
      @Nullable Instant privateReplyUntil,
      int textLimit) {}

  /** The web page the conversation was opened on. */
  public record PageView(String url, String title) {}
}
