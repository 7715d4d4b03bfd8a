package io.dakenh.livetalk.message;

import io.dakenh.livetalk.party.Party;
import io.dakenh.platform.time.Ids;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way to the writer, with whoever waits for the outcome; it is answered exactly
 * once.
 */
public final class NewMessage {
  private final Party author;
  private final UUID conversationId;
  private final UUID clientMessageId;
  private final String text;
  private final Additions additions;
  private final @Nullable UUID connectionId;
  private final @Nullable Long streak;
  private final @Nullable Origin origin;
  private final Consumer<SendOutcome> answer;
  private final UUID id;
  private final UUID eventId = Ids.next();
  private final long queuedNanos;
  private final AtomicBoolean answered = new AtomicBoolean();

  /**
   * What a message brings besides its words.
   *
   * @param attachmentIds uploads of the author to this conversation that no message carries yet
   * @param replyTo sequence of the message it answers
   */
  public record Additions(List<UUID> attachmentIds, @Nullable Long replyTo, Manner manner) {
    /** Words alone. */
    public static final Additions NONE = new Additions(List.of(), null);

    /** What most messages may have. */
    public Additions(List<UUID> attachmentIds, @Nullable Long replyTo) {
      this(attachmentIds, replyTo, Manner.USUAL);
    }
  }

  /**
   * How an agent's message is to reach a customer of a channel; means nothing elsewhere.
   *
   * @param charged the agent agrees that the business pays for it
   * @param alone to the customer alone, where others read a comment and its answers
   */
  public record Manner(boolean charged, boolean alone) {
    /** Nothing is agreed, nobody is left out. */
    public static final Manner USUAL = new Manner(false, false);
  }

  /**
   * A message that was written at a provider.
   *
   * @param id the connector's, and now ours
   * @param shape what it is, as JSON of {@link ChannelPart}
   */
  public record Origin(UUID id, String shape) {}

  /**
   * A message to store.
   *
   * @param text already accepted by {@link MessageText}
   * @param connectionId the sender's connection, which gets the answer and so needs no copy; null
   *     for none
   * @param answer called once, on any thread, and must not block
   */
  public NewMessage(
      Party author,
      UUID conversationId,
      UUID clientMessageId,
      String text,
      @Nullable UUID connectionId,
      Consumer<SendOutcome> answer) {
    this(
        author,
        conversationId,
        clientMessageId,
        text,
        Additions.NONE,
        connectionId,
        null,
        null,
        answer);
  }

  /** A message to store that is more than words. */
  public NewMessage(
      Party author,
      UUID conversationId,
      UUID clientMessageId,
      String text,
      Additions additions,
      @Nullable UUID connectionId,
      Consumer<SendOutcome> answer) {
    this(
        author, conversationId, clientMessageId, text, additions, connectionId, null, null, answer);
  }

  private NewMessage(
      Party author,
      UUID conversationId,
      UUID clientMessageId,
      String text,
      Additions additions,
      @Nullable UUID connectionId,
      @Nullable Long streak,
      @Nullable Origin origin,
      Consumer<SendOutcome> answer) {
    this.author = author;
    this.conversationId = conversationId;
    this.clientMessageId = clientMessageId;
    this.text = text;
    this.additions = additions;
    this.connectionId = connectionId;
    this.streak = streak;
    this.origin = origin;
    this.id = origin == null ? Ids.next() : origin.id();
    this.answer = answer;
    this.queuedNanos = System.nanoTime();
  }

  /**
   * An automatic message: stored only while the visitor still waits for an answer.
   *
   * @param streak sequence of the agent's message after which the visitor waits, 0 for none
   */
  public static NewMessage automatic(
      Party author,
      UUID conversationId,
      UUID clientMessageId,
      String text,
      long streak,
      Consumer<SendOutcome> answer) {
    return new NewMessage(
        author, conversationId, clientMessageId, text, Additions.NONE, null, streak, null, answer);
  }

  /**
   * A message from a provider, by the customer, or by the business elsewhere (author of kind
   * system). Its id is the key of retries too.
   */
  public static NewMessage fromChannel(
      Party author,
      UUID conversationId,
      String text,
      Additions additions,
      Origin origin,
      Consumer<SendOutcome> answer) {
    return new NewMessage(
        author, conversationId, origin.id(), text, additions, null, null, origin, answer);
  }

  Party author() {
    return author;
  }

  UUID conversationId() {
    return conversationId;
  }

  UUID clientMessageId() {
    return clientMessageId;
  }

  String text() {
    return text;
  }

  Additions additions() {
    return additions;
  }

  @Nullable UUID connectionId() {
    return connectionId;
  }

  @Nullable Origin origin() {
    return origin;
  }

  @Nullable Long streak() {
    return streak;
  }

  UUID id() {
    return id;
  }

  UUID eventId() {
    return eventId;
  }

  boolean olderThan(long nanos) {
    return System.nanoTime() - queuedNanos > nanos;
  }

  /** How long it has been on its way since it came. */
  long waitedNanos() {
    return System.nanoTime() - queuedNanos;
  }

  boolean answered() {
    return answered.get();
  }

  /** The first outcome is the answer; whatever follows is not told. */
  boolean answer(SendOutcome outcome) {
    if (answered.compareAndSet(false, true)) {
      answer.accept(outcome);
      return true;
    }
    return false;
  }
}
