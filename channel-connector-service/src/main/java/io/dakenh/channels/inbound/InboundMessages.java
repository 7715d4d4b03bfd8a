package io.dakenh.channels.inbound;

import io.dakenh.channels.event.Incoming;
import io.dakenh.channels.event.Incoming.Type;
import io.dakenh.channels.inbound.InboundEvents.Sorted;
import io.dakenh.channels.thread.ChannelThread;
import io.dakenh.channels.thread.MessageIds;
import io.dakenh.channels.thread.ThreadEvents;
import io.dakenh.channels.thread.Threads;
import io.dakenh.channels.thread.Windows;
import io.dakenh.contracts.channel.ChannelMedia;
import io.dakenh.contracts.channel.ChannelMessageReceived;
import io.dakenh.contracts.channel.ChannelMessageReceived.Comment;
import io.dakenh.contracts.channel.ChannelMessageReceived.Place;
import io.dakenh.contracts.channel.ChannelMessageReceived.Referral;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells the suite of messages; one transaction covers the id, the window, the event and that it is
 * done.
 */
@ApplicationScoped
class InboundMessages {
  private static final String FACEBOOK = "https://www.facebook.com/";

  private final InboundEvents events;
  private final InboundChanges changes;
  private final Threads threads;
  private final MessageIds ids;
  private final ThreadEvents suite;
  private final Windows windows;
  private final Clock clock;

  @Inject
  InboundMessages(
      InboundEvents events,
      InboundChanges changes,
      Threads threads,
      MessageIds ids,
      ThreadEvents suite,
      Windows windows,
      Clock clock) {
    this.events = events;
    this.changes = changes;
    this.threads = threads;
    this.ids = ids;
    this.suite = suite;
    this.windows = windows;
    this.clock = clock;
  }

  @Transactional
  void tell(ChannelThread before, Sorted sorted, List<ChannelMedia> copies) {
    Incoming event = sorted.event();
    Instant sentAt = sentAt(event, sorted.receivedAt());
    boolean outgoing = event.type() == Type.ECHO;
    UUID messageId = Ids.next();
    String externalId = event.externalId() == null ? event.dedupeKey() : event.externalId();
    events.done(sorted.position());
    if (!ids.add(before.channelId(), externalId, before.id(), messageId, outgoing, sentAt)) {
      return;
    }
    facts(before, event, sentAt);
    ChannelThread thread = threads.find(before.id()).orElseThrow();
    if (event.type() == Type.FOLLOWED || event.type() == Type.UNFOLLOWED) {
      suite.changed(thread);
    }
    suite.received(
        thread,
        new ChannelMessageReceived(
            thread.tenantId(),
            thread.channelId(),
            thread.kind().code(),
            thread.id(),
            thread.surface(),
            suite.contact(thread),
            messageId,
            externalId,
            outgoing ? "out" : "in",
            event.messageKind(),
            event.text(),
            copies,
            replyTo(thread, event),
            event.payload(),
            place(event),
            referral(event),
            comment(event),
            outgoing ? event.author() : null,
            windows.of(thread),
            sentAt,
            sorted.receivedAt().truncatedTo(ChronoUnit.MILLIS)));
    for (Incoming parked : events.takeParked(thread.channelId(), externalId)) {
      changes.change(thread, parked);
    }
  }

  private void facts(ChannelThread thread, Incoming event, Instant sentAt) {
    if (event.opensWindow()) {
      threads.customerActed(thread.id(), sentAt, event.fromAd(), event.conversation());
    } else {
      threads.changed(thread.id());
    }
    if (event.type() == Type.FOLLOWED && "follow".equals(event.messageKind())) {
      threads.following(thread.contact().id(), true);
    } else if (event.type() == Type.UNFOLLOWED) {
      threads.following(thread.contact().id(), false);
    }
    if (event.phone() != null || event.name() != null) {
      threads.told(thread.contact().id(), event.name(), event.phone());
    }
  }

  private @Nullable UUID replyTo(ChannelThread thread, Incoming event) {
    return event.replyTo() == null
        ? null
        : ids.find(thread.channelId(), event.replyTo())
            .map(MessageIds.Known::messageId)
            .orElse(null);
  }

  /** A time from the future would never end the window; one from before all channels is none. */
  private Instant sentAt(Incoming event, Instant receivedAt) {
    Instant said = Instant.ofEpochMilli(event.at());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return event.at() <= 0
        ? receivedAt.truncatedTo(ChronoUnit.MILLIS)
        : said.isAfter(now) ? now : said;
  }

  private static @Nullable Place place(Incoming event) {
    return event.place() == null
        ? null
        : new Place(event.place().latitude(), event.place().longitude(), event.place().title());
  }

  private static @Nullable Referral referral(Incoming event) {
    Incoming.Referral from = event.referral();
    return from == null
        ? null
        : new Referral(from.source(), from.ref(), from.adId(), from.adTitle(), from.postId());
  }

  private static @Nullable Comment comment(Incoming event) {
    Incoming.Post post = event.post();
    return post == null
        ? null
        : new Comment(post.commentId(), post.postId(), post.parentId(), FACEBOOK + post.postId());
  }
}
