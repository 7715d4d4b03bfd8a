package io.dakenh.channels.thread;

import io.dakenh.channels.media.MediaCopier;
import io.dakenh.channels.media.MediaStore;
import io.dakenh.channels.provider.Kind;
import io.dakenh.contracts.channel.ChannelContact;
import io.dakenh.contracts.channel.ChannelContactErased;
import io.dakenh.contracts.channel.ChannelMedia;
import io.dakenh.contracts.channel.ChannelMessageChanged;
import io.dakenh.contracts.channel.ChannelMessageReceived;
import io.dakenh.contracts.channel.ChannelThreadChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.platform.relational.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the suite of threads and messages, in the transaction that changed them. */
@ApplicationScoped
public class ThreadEvents {
  private final Outbox outbox;
  private final Windows windows;
  private final MediaStore media;
  private final MediaCopier copier;
  private final Clock clock;

  @Inject
  ThreadEvents(Outbox outbox, Windows windows, MediaStore media, MediaCopier copier, Clock clock) {
    this.outbox = outbox;
    this.windows = windows;
    this.media = media;
    this.copier = copier;
    this.clock = clock;
  }

  /** A customer, as the suite is told of one. */
  public ChannelContact contact(ChannelThread thread) {
    Contact contact = thread.contact();
    @Nullable ChannelMedia picture =
        contact.pictureId() == null
            ? null
            : media.find(contact.pictureId()).map(copier::told).orElse(null);
    return new ChannelContact(
        contact.id(),
        contact.externalId(),
        contact.name() == null ? neutralName(thread.kind()) : contact.name(),
        picture,
        contact.following(),
        contact.phone(),
        contact.profileAt());
  }

  private static String neutralName(Kind kind) {
    return kind == Kind.FACEBOOK ? "Khách Facebook" : "Khách Zalo";
  }

  /** A message came. */
  public void received(ChannelThread thread, ChannelMessageReceived message) {
    outbox.add(EventCatalog.CHANNEL_MESSAGE_RECEIVED, thread.id(), thread.tenantId(), message);
  }

  /** Something became of a message. */
  public void changed(ChannelThread thread, UUID messageId, Change change) {
    outbox.add(
        EventCatalog.CHANNEL_MESSAGE_CHANGED,
        thread.id(),
        thread.tenantId(),
        new ChannelMessageChanged(
            thread.tenantId(),
            thread.channelId(),
            thread.id(),
            messageId,
            change.what(),
            change.attempt(),
            change.externalId(),
            change.failureCode(),
            change.retryable(),
            change.text(),
            change.reaction(),
            change.byCustomer() ? "customer" : "business",
            change.at()));
  }

  /** The profile, the follow state or the window changed without a message. */
  public void changed(ChannelThread thread) {
    outbox.add(
        EventCatalog.CHANNEL_THREAD_CHANGED,
        thread.id(),
        thread.tenantId(),
        new ChannelThreadChanged(
            thread.tenantId(),
            thread.channelId(),
            thread.kind().code(),
            thread.id(),
            thread.surface(),
            thread.version(),
            contact(thread),
            windows.of(thread),
            now()));
  }

  /** A customer's data is gone. */
  public void erased(ChannelThread thread) {
    outbox.add(
        EventCatalog.CHANNEL_CONTACT_ERASED,
        thread.id(),
        thread.tenantId(),
        new ChannelContactErased(
            thread.tenantId(), thread.channelId(), thread.id(), thread.contact().id(), now()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
