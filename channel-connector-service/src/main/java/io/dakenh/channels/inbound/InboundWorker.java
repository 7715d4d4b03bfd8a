package io.dakenh.channels.inbound;

import io.dakenh.channels.event.Incoming;
import io.dakenh.channels.event.Incoming.RemoteFile;
import io.dakenh.channels.event.Incoming.Type;
import io.dakenh.channels.inbound.InboundEvents.Sorted;
import io.dakenh.channels.media.MediaCopier;
import io.dakenh.channels.outbound.Echoes;
import io.dakenh.channels.thread.ChannelThread;
import io.dakenh.channels.thread.Threads;
import io.dakenh.channels.work.Lane;
import io.dakenh.channels.work.ThreadWorker;
import io.dakenh.contracts.channel.ChannelMedia;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Works off a thread's events one after another. Files and profiles are fetched without a
 * transaction.
 */
@ApplicationScoped
class InboundWorker implements ThreadWorker {
  private static final Logger LOG = Logger.getLogger(InboundWorker.class);
  private static final Duration ECHO_PAUSE = Duration.ofMillis(250);
  private static final int ECHO_TRIES = 60;
  private static final int MOST_TRIES = 20;

  private final InboundEvents events;
  private final InboundMessages messages;
  private final InboundChanges changes;
  private final Profiles profiles;
  private final Threads threads;
  private final MediaCopier copier;
  private final Echoes echoes;
  private final Clock clock;

  @Inject
  InboundWorker(
      InboundEvents events,
      InboundMessages messages,
      InboundChanges changes,
      Profiles profiles,
      Threads threads,
      MediaCopier copier,
      Echoes echoes,
      Clock clock) {
    this.events = events;
    this.messages = messages;
    this.changes = changes;
    this.profiles = profiles;
    this.threads = threads;
    this.copier = copier;
    this.echoes = echoes;
    this.clock = clock;
  }

  @Override
  public Lane lane() {
    return Lane.IN;
  }

  @Override
  public @Nullable Instant work(UUID threadId) throws InterruptedException {
    for (Optional<Sorted> next = events.next(threadId);
        next.isPresent();
        next = events.next(threadId)) {
      Instant later = workOff(threadId, next.get());
      if (later != null) {
        return later;
      }
    }
    return null;
  }

  private @Nullable Instant workOff(UUID threadId, Sorted sorted) throws InterruptedException {
    Optional<ChannelThread> thread = threads.find(threadId);
    if (thread.isEmpty()) {
      events.done(sorted.position());
      return null;
    }
    try {
      return apply(thread.get(), sorted);
    } catch (RuntimeException failed) {
      if (sorted.tries() >= MOST_TRIES) {
        LOG.errorf(failed, "threadId=%s: an event was given up", threadId);
        events.done(sorted.position());
        return null;
      }
      events.tried(sorted.position());
      throw failed;
    }
  }

  private @Nullable Instant apply(ChannelThread thread, Sorted sorted) throws InterruptedException {
    Incoming event = sorted.event();
    if (event.type() == Type.ECHO) {
      Echoes.Origin origin = echoes.origin(thread, event);
      if (origin == Echoes.Origin.OURS) {
        events.done(sorted.position());
        return null;
      }
      if (origin == Echoes.Origin.UNCLEAR && sorted.tries() < ECHO_TRIES) {
        events.tried(sorted.position());
        return clock.instant().plus(ECHO_PAUSE);
      }
    }
    switch (event.type()) {
      case MESSAGE, ECHO, FOLLOWED, UNFOLLOWED, NOTICE -> {
        profiles.refresh(thread);
        messages.tell(thread, sorted, copies(thread, event));
      }
      case ERASE -> changes.erase(thread);
      default -> changes.apply(thread, sorted);
    }
    return null;
  }

  private List<ChannelMedia> copies(ChannelThread thread, Incoming event)
      throws InterruptedException {
    List<ChannelMedia> copies = new ArrayList<>();
    for (RemoteFile file : event.files()) {
      copies.add(
          copier.copy(
              thread.tenantId(), thread.contact().id(), file.kind(), file.url(), file.name()));
    }
    return copies;
  }
}
