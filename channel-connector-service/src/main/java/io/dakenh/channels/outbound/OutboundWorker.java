package io.dakenh.channels.outbound;

import io.dakenh.channels.ChannelsConfig;
import io.dakenh.channels.channel.Accounts;
import io.dakenh.channels.channel.Accounts.Account;
import io.dakenh.channels.outbound.Attachments.Fetched;
import io.dakenh.channels.outbound.Parts.Outgoing;
import io.dakenh.channels.outbound.Parts.OutgoingPart;
import io.dakenh.channels.thread.ChannelThread;
import io.dakenh.channels.thread.Threads;
import io.dakenh.channels.work.Lane;
import io.dakenh.channels.work.ThreadWorker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sends a thread's messages one after another. The next one waits until the outcome of the one
 * before it is known: order is kept, and nothing is sent twice while an answer may still come.
 */
@ApplicationScoped
class OutboundWorker implements ThreadWorker {
  private static final Duration FILES_AGAIN = Duration.ofSeconds(2);

  private final Parts parts;
  private final Threads threads;
  private final Accounts accounts;
  private final Attachments attachments;
  private final Sending sending;
  private final Actions actions;
  private final Deliveries deliveries;
  private final ChannelsConfig.Outbound config;
  private final Clock clock;

  @Inject
  OutboundWorker(
      Parts parts,
      Threads threads,
      Accounts accounts,
      Attachments attachments,
      Sending sending,
      Actions actions,
      Deliveries deliveries,
      ChannelsConfig config,
      Clock clock) {
    this.parts = parts;
    this.threads = threads;
    this.accounts = accounts;
    this.attachments = attachments;
    this.sending = sending;
    this.actions = actions;
    this.deliveries = deliveries;
    this.config = config.outbound();
    this.clock = clock;
  }

  @Override
  public Lane lane() {
    return Lane.OUT;
  }

  @Override
  public @Nullable Instant work(UUID threadId) throws InterruptedException {
    for (Optional<Outgoing> next = parts.next(threadId);
        next.isPresent();
        next = parts.next(threadId)) {
      ChannelThread thread = threads.find(threadId).orElseThrow();
      Instant later = message(thread, next.get());
      if (later != null) {
        return later;
      }
    }
    return actions.work(threadId);
  }

  /** Goes on with one message; the time to look again when it has to wait. */
  private @Nullable Instant message(ChannelThread thread, Outgoing message)
      throws InterruptedException {
    Account account = accounts.find(thread.channelId()).orElseThrow();
    Optional<String> closed = account.closedBecause();
    if (closed.isPresent()) {
      deliveries.failed(thread, message, closed.get(), !"channel-unlinked".equals(closed.get()));
      return null;
    }
    Instant now = clock.instant();
    if (message.tries() > 0 && now.isAfter(message.requestedAt().plus(config.giveUpAfter()))) {
      deliveries.failed(thread, message, "provider-unavailable", true);
      return null;
    }
    Fetched fetched = attachments.fetch(thread);
    if (fetched != Fetched.ALL) {
      if (fetched == Fetched.LATER) {
        parts.tried(message.messageId());
        return now.plus(FILES_AGAIN);
      }
      deliveries.failed(thread, message, "attachment-unavailable", true);
      return null;
    }
    if (account.sendAfter() != null && now.isBefore(account.sendAfter())) {
      return account.sendAfter();
    }
    Optional<OutgoingPart> part = parts.open(message.messageId());
    if (part.isEmpty()) {
      // Nothing in it: neither words nor files.
      deliveries.failed(thread, message, "message-refused", false);
      return null;
    }
    return sending.send(account, thread, message, part.get());
  }
}
