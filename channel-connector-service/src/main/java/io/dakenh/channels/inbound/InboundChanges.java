package io.dakenh.channels.inbound;

import io.dakenh.channels.event.Incoming;
import io.dakenh.channels.event.Incoming.Type;
import io.dakenh.channels.inbound.InboundEvents.Sorted;
import io.dakenh.channels.media.MediaStore;
import io.dakenh.channels.thread.Change;
import io.dakenh.channels.thread.ChannelThread;
import io.dakenh.channels.thread.MessageIds;
import io.dakenh.channels.thread.MessageIds.Known;
import io.dakenh.channels.thread.ThreadEvents;
import io.dakenh.channels.thread.Threads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Marks, edits, deletions and reactions. What comes before its message waits for it. */
@ApplicationScoped
class InboundChanges {
  private final InboundEvents events;
  private final MessageIds ids;
  private final ThreadEvents suite;
  private final Threads threads;
  private final MediaStore media;

  @Inject
  InboundChanges(
      InboundEvents events, MessageIds ids, ThreadEvents suite, Threads threads, MediaStore media) {
    this.events = events;
    this.ids = ids;
    this.suite = suite;
    this.threads = threads;
    this.media = media;
  }

  @Transactional
  void apply(ChannelThread thread, Sorted sorted) {
    change(thread, sorted.event());
    events.done(sorted.position());
  }

  /** What came before its message, now that this one is known. */
  @Transactional
  void settle(ChannelThread thread, String externalId) {
    for (Incoming parked : events.takeParked(thread.channelId(), externalId)) {
      change(thread, parked);
    }
  }

  void change(ChannelThread thread, Incoming event) {
    Instant at = Instant.ofEpochMilli(event.at());
    if (event.type() == Type.DELIVERED || event.type() == Type.READ) {
      mark(thread, event, event.type() == Type.READ, at);
      return;
    }
    String externalId = String.valueOf(event.externalId());
    Optional<Known> known = ids.find(thread.channelId(), externalId);
    if (known.isEmpty()) {
      events.park(thread.channelId(), externalId, event);
      return;
    }
    boolean byCustomer = event.author() == null && !event.customer().equals(thread.account());
    suite.changed(thread, known.get().messageId(), change(event, byCustomer, at));
  }

  private static Change change(Incoming event, boolean byCustomer, Instant at) {
    return switch (event.type()) {
      case EDITED -> Change.edited(event.text(), byCustomer, at);
      case DELETED -> Change.plain("deleted", byCustomer, at);
      case REACTED -> Change.reacted(event.emoji(), byCustomer, at);
      case UNREACTED -> Change.plain("unreacted", byCustomer, at);
      case HIDDEN -> Change.plain("hidden", false, at);
      case SHOWN -> Change.plain("shown", false, at);
      default -> throw new IllegalStateException("no change: " + event.type());
    };
  }

  private void mark(ChannelThread thread, Incoming event, boolean read, Instant at) {
    String what = read ? "read" : "delivered";
    for (String externalId : event.externalIds()) {
      Optional<Known> known = ids.find(thread.channelId(), externalId);
      if (known.isEmpty()) {
        events.park(thread.channelId(), externalId, only(event, externalId));
      } else if (ids.mark(thread.channelId(), externalId, read, at)) {
        suite.changed(thread, known.get().messageId(), Change.plain(what, true, at));
      }
    }
    Long upTo = event.upTo();
    if (upTo != null && upTo > 0) {
      for (UUID messageId : ids.markUpTo(thread.id(), Instant.ofEpochMilli(upTo), read, at)) {
        suite.changed(thread, messageId, Change.plain(what, true, at));
      }
    }
  }

  /** A mark of several messages, as far as it is about one. */
  private static Incoming only(Incoming event, String externalId) {
    return new io.dakenh.channels.event.Draft(event.account(), event.customer(), event.at())
        .is(event.type(), event.dedupeKey() + ":" + externalId)
        .messages(java.util.List.of(externalId))
        .done();
  }

  /** Removes a customer as they asked, and tells the suite to. */
  @Transactional
  void erase(ChannelThread thread) {
    UUID contact = thread.contact().id();
    threads.ofContact(contact).forEach(suite::erased);
    media.erase(contact);
    threads.erase(contact);
  }
}
