package io.dakenh.channels.outbound;

import io.dakenh.channels.inbound.ParkedChanges;
import io.dakenh.channels.outbound.Parts.Origin;
import io.dakenh.channels.outbound.Parts.Outgoing;
import io.dakenh.channels.outbound.Parts.OutgoingPart;
import io.dakenh.channels.provider.Fault;
import io.dakenh.channels.provider.Messenger.Mode;
import io.dakenh.channels.thread.Change;
import io.dakenh.channels.thread.ChannelThread;
import io.dakenh.channels.thread.MessageIds;
import io.dakenh.channels.thread.ThreadEvents;
import io.dakenh.channels.thread.Threads;
import io.dakenh.channels.work.Lane;
import io.dakenh.channels.work.WorkQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes of sending, each stored and told in one transaction, whether the answer or the echo
 * brings it.
 */
@ApplicationScoped
class Deliveries {
  private final Parts parts;
  private final Threads threads;
  private final MessageIds ids;
  private final ThreadEvents suite;
  private final ParkedChanges parked;
  private final WorkQueue queue;
  private final Clock clock;

  @Inject
  Deliveries(
      Parts parts,
      Threads threads,
      MessageIds ids,
      ThreadEvents suite,
      ParkedChanges parked,
      WorkQueue queue,
      Clock clock) {
    this.parts = parts;
    this.threads = threads;
    this.ids = ids;
    this.suite = suite;
    this.parked = parked;
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * A part arrived at the provider. Whoever learns it second changes nothing.
   *
   * @param freeLeft free messages to this customer, where the provider counts them
   * @param chargedLeft of the paid quota
   */
  @Transactional
  public void sent(
      OutgoingPart part,
      String externalId,
      @Nullable Integer freeLeft,
      @Nullable Integer chargedLeft) {
    Optional<Origin> origin = parts.origin(part.messageId());
    if (origin.isEmpty() || !parts.sent(part.messageId(), part.number(), externalId)) {
      return;
    }
    ChannelThread thread = threads.find(origin.get().threadId()).orElseThrow();
    Instant now = now();
    Instant begun = part.startedAt() == null ? now : part.startedAt();
    ids.add(thread.channelId(), externalId, thread.id(), part.messageId(), true, begun);
    boolean told = false;
    if (isNews(freeLeft, thread.freeLeft()) || isNews(chargedLeft, thread.chargedLeft())) {
      threads.left(thread.id(), freeLeft, chargedLeft);
      told = true;
    }
    if (origin.get().mode() == Mode.PRIVATE && thread.privateReplyUntil() != null) {
      threads.privateReplyUsed(thread.id());
      told = true;
    }
    if (told) {
      // Before the message counts as sent: until then it is reckoned with by those who count.
      suite.changed(threads.find(thread.id()).orElseThrow());
    }
    parts
        .complete(part.messageId())
        .ifPresent(
            attempt ->
                suite.changed(thread, part.messageId(), Change.sent(attempt, externalId, now)));
    parked.settle(thread, externalId);
    queue.hurry(thread.id(), Lane.OUT);
  }

  private static boolean isNews(@Nullable Integer told, @Nullable Integer known) {
    return told != null && !told.equals(known);
  }

  /** A message was given up. */
  @Transactional
  public void failed(
      ChannelThread thread, Outgoing message, String failureCode, boolean retryable) {
    parts.failed(message.messageId(), failureCode);
    suite.changed(
        thread,
        message.messageId(),
        Change.failed(message.attempt(), failureCode, retryable, now()));
  }

  /** A message was given up, and nothing else can be sent until the customer writes. */
  @Transactional
  public void blocked(ChannelThread thread, Outgoing message, Fault fault) {
    failed(thread, message, fault.failureCode(), fault.retryable());
    threads.blocked(thread.id(), fault.failureCode());
    suite.changed(threads.find(thread.id()).orElseThrow());
  }

  /** Something was done to a message. */
  @Transactional
  public void acted(ChannelThread thread, UUID messageId, Change change) {
    suite.changed(thread, messageId, change);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
