package io.dakenh.livetalk.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dakenh.livetalk.attachment.AttachmentView;
import io.dakenh.livetalk.party.Face;
import io.dakenh.livetalk.party.PartyKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored message as everyone sees it.
 *
 * @param sequence dense position in its conversation, from 1
 * @param kind {@code text}
 * @param text empty where only files were sent, and once the message was deleted
 * @param clientMessageId given by the sender, the key of retries
 * @param attachments files it carries; absent for none, as are all that follow
 * @param deletedAt since when nothing but its place is left of it
 * @param channel what it has besides in a conversation of a Page or OA
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Message(
    UUID id,
    long sequence,
    Author author,
    String kind,
    String text,
    UUID clientMessageId,
    Instant sentAt,
    @Nullable List<AttachmentView> attachments,
    @Nullable ReplyTo replyTo,
    @Nullable List<Reaction> reactions,
    @Nullable Instant editedAt,
    @Nullable Instant deletedAt,
    @Nullable ChannelPart channel) {

  private static final int FILE_WEIGHT = 800;
  private static final int PERSON_WEIGHT = 120;

  /** A message of words alone. */
  public static Message text(
      UUID id, long sequence, Author author, String text, UUID clientMessageId, Instant sentAt) {
    return new Message(
        id,
        sequence,
        author,
        "text",
        text,
        clientMessageId,
        sentAt,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** The same message with what else there is to it; null for nothing. */
  public Message with(@Nullable Extras extras) {
    return extras == null
        ? this
        : new Message(
            id,
            sequence,
            author,
            kind,
            text,
            clientMessageId,
            sentAt,
            extras.attachments(),
            extras.replyTo(),
            extras.reactions(),
            extras.editedAt(),
            extras.deletedAt(),
            extras.channel());
  }

  /** As the visitor sees it: agents under the face that stands for all of them, if any. */
  public Message toVisitor(@Nullable Face face) {
    if (face == null || !(author.agent() || mentionsAgents())) {
      return this;
    }
    return new Message(
        id,
        sequence,
        author.behind(face),
        kind,
        text,
        clientMessageId,
        sentAt,
        attachments,
        replyTo == null
            ? null
            : new ReplyTo(replyTo.sequence(), replyTo.author().behind(face), replyTo.excerpt()),
        reactions == null
            ? null
            : reactions.stream().map(reaction -> reaction.behind(face)).toList(),
        editedAt,
        deletedAt,
        channel);
  }

  private boolean mentionsAgents() {
    return (replyTo != null && replyTo.author().agent())
        || (reactions != null
            && reactions.stream().flatMap(one -> one.by().stream()).anyMatch(Author::agent));
  }

  /** Roughly how many characters it takes in a frame besides its few fixed fields. */
  int weight() {
    int files = attachments == null ? 0 : attachments.size();
    int people = reactions == null ? 0 : reactions.stream().mapToInt(one -> one.by().size()).sum();
    return text.length() + files * FILE_WEIGHT + people * PERSON_WEIGHT;
  }

  /** Who wrote it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Author(String kind, UUID id, String name, @Nullable String avatarUrl) {
    boolean agent() {
      return kind.equals(PartyKind.AGENT.code());
    }

    Author behind(Face face) {
      return agent() ? new Author(kind, face.id(), face.name(), face.avatarUrl()) : this;
    }
  }

  /**
   * What it answers.
   *
   * @param excerpt its beginning, or the name of its first file; empty once it was deleted
   */
  public record ReplyTo(long sequence, Author author, String excerpt) {}

  /**
   * One emoji and who chose it, first come first.
   *
   * @param by nobody twice; behind a face all agents are one
   */
  public record Reaction(String emoji, List<Author> by) {
    Reaction behind(Face face) {
      return new Reaction(
          emoji,
          new ArrayList<>(
              new LinkedHashSet<>(by.stream().map(person -> person.behind(face)).toList())));
    }
  }

  /** What a message may have besides its words. */
  public record Extras(
      @Nullable List<AttachmentView> attachments,
      @Nullable ReplyTo replyTo,
      @Nullable List<Reaction> reactions,
      @Nullable Instant editedAt,
      @Nullable Instant deletedAt,
      @Nullable ChannelPart channel) {}
}
