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
  private final Consumer<SendOutcome> answer;
  private final UUID id = Ids.next();
  private final UUID eventId = Ids.next();
  private final long queuedNanos;
  private final AtomicBoolean answered = new AtomicBoolean();

  /**
   * What a message brings besides its words.
   *
   * @param attachmentIds uploads of the author to this conversation that no message carries yet
   * @param replyTo sequence of the message it answers
   */
  public record Additions(List<UUID> attachmentIds, @Nullable Long replyTo) {
    /** Words alone. */
    public static final Additions NONE = new Additions(List.of(), null);
  }

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
    this(author, conversationId, clientMessageId, text, Additions.NONE, connectionId, null, answer);
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
    this(author, conversationId, clientMessageId, text, additions, connectionId, null, answer);
  }

  private NewMessage(
      Party author,
      UUID conversationId,
      UUID clientMessageId,
      String text,
      Additions additions,
      @Nullable UUID connectionId,
      @Nullable Long streak,
      Consumer<SendOutcome> answer) {
    this.author = author;
    this.conversationId = conversationId;
    this.clientMessageId = clientMessageId;
    this.text = text;
    this.additions = additions;
    this.connectionId = connectionId;
    this.streak = streak;
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
        author, conversationId, clientMessageId, text, Additions.NONE, null, streak, answer);
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
