package io.dakenh.channels.inbound;

import io.dakenh.channels.media.MediaCopier;
import io.dakenh.channels.media.MediaStore;
import io.dakenh.channels.media.MediaStore.Stored;
import io.dakenh.channels.provider.Messenger.Profile;
import io.dakenh.channels.provider.Platforms;
import io.dakenh.channels.refresh.Tokens;
import io.dakenh.channels.refresh.Tokens.Token;
import io.dakenh.channels.thread.ChannelThread;
import io.dakenh.channels.thread.Contact;
import io.dakenh.channels.thread.Threads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Customers' names and pictures: asked for with the first message, again after some days, and soon
 * when the provider did not say. Nobody's message fails for it.
 */
@ApplicationScoped
class Profiles {
  private static final Duration AGAIN = Duration.ofDays(3);
  private static final Duration SOON = Duration.ofHours(1);

  /** Longer than it takes to be asked for again. */
  private static final Duration PICTURE_KEPT = Duration.ofDays(365);

  private final Platforms platforms;
  private final Tokens tokens;
  private final Threads threads;
  private final MediaCopier copier;
  private final MediaStore media;
  private final Clock clock;

  @Inject
  Profiles(
      Platforms platforms,
      Tokens tokens,
      Threads threads,
      MediaCopier copier,
      MediaStore media,
      Clock clock) {
    this.platforms = platforms;
    this.tokens = tokens;
    this.threads = threads;
    this.copier = copier;
    this.media = media;
    this.clock = clock;
  }

  /** Asks if it is time to; people who comment have no profile of ours to read. */
  void refresh(ChannelThread thread) throws InterruptedException {
    Contact contact = thread.contact();
    Instant due = contact.profileDueAt();
    if (thread.comment() || due != null && clock.instant().isBefore(due)) {
      return;
    }
    Optional<Token> token = tokens.current(thread.channelId());
    if (token.isEmpty()) {
      return;
    }
    @Nullable Profile profile =
        platforms
            .messenger(thread.kind())
            .profile(thread.account(), token.get().value(), contact.externalId())
            .orElse(null);
    @Nullable UUID picture = picture(thread, profile);
    threads.profile(
        contact.id(), profile, picture, clock.instant().plus(profile == null ? SOON : AGAIN));
  }

  private @Nullable UUID picture(ChannelThread thread, @Nullable Profile profile)
      throws InterruptedException {
    if (profile == null || profile.pictureUrl() == null || profile.pictureUrl().isEmpty()) {
      return null;
    }
    Optional<Stored> copy =
        copier.picture(thread.tenantId(), thread.contact().id(), profile.pictureUrl());
    copy.ifPresent(stored -> media.keep(stored.id(), clock.instant().plus(PICTURE_KEPT)));
    return copy.map(Stored::id).orElse(null);
  }
}
