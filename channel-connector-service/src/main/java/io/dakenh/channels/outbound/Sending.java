package io.dakenh.channels.outbound;

import io.dakenh.channels.ChannelsConfig;
import io.dakenh.channels.channel.Accounts.Account;
import io.dakenh.channels.media.MediaLinks;
import io.dakenh.channels.media.MediaStore;
import io.dakenh.channels.media.MediaStore.Stored;
import io.dakenh.channels.outbound.Parts.Outgoing;
import io.dakenh.channels.outbound.Parts.OutgoingPart;
import io.dakenh.channels.provider.Kind;
import io.dakenh.channels.provider.Messenger;
import io.dakenh.channels.provider.Messenger.File;
import io.dakenh.channels.provider.Messenger.Part;
import io.dakenh.channels.provider.Messenger.Permission;
import io.dakenh.channels.provider.Messenger.Target;
import io.dakenh.channels.provider.Outcome;
import io.dakenh.channels.provider.Platforms;
import io.dakenh.channels.refresh.Tokens;
import io.dakenh.channels.refresh.Tokens.Token;
import io.dakenh.channels.thread.ChannelThread;
import io.dakenh.channels.thread.Windows;
import io.dakenh.channels.thread.Windows.Ruling;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends one part: judged by the rules first, marked as under way, then the one call. */
@ApplicationScoped
class Sending {
  private static final int FACEBOOK_PER_SECOND = 100;

  /** Each of them only after the echo had its time. */
  private static final int MOST_RESENDS = 3;

  private final Parts parts;
  private final Platforms platforms;
  private final Tokens tokens;
  private final Windows windows;
  private final MediaStore media;
  private final MediaLinks links;
  private final Deliveries deliveries;
  private final Refusal refusal;
  private final ChannelsConfig config;
  private final Clock clock;
  private final Pace facebook = new Pace(FACEBOOK_PER_SECOND);
  private final Pace zalo;

  @Inject
  Sending(
      Parts parts,
      Platforms platforms,
      Tokens tokens,
      Windows windows,
      MediaStore media,
      MediaLinks links,
      Deliveries deliveries,
      Refusal refusal,
      ChannelsConfig config,
      Clock clock) {
    this.parts = parts;
    this.platforms = platforms;
    this.tokens = tokens;
    this.windows = windows;
    this.media = media;
    this.links = links;
    this.deliveries = deliveries;
    this.refusal = refusal;
    this.config = config;
    this.clock = clock;
    this.zalo = new Pace(config.zalo().ratePerSecond());
  }

  /** The time to look again; null when this part has its outcome. */
  @Nullable Instant send(Account account, ChannelThread thread, Outgoing message, OutgoingPart part)
      throws InterruptedException {
    boolean inDoubt = "sending".equals(part.state()) || "unknown".equals(part.state());
    if (inDoubt) {
      parts.back(part, true);
      Instant echoBy =
          (part.startedAt() == null ? clock.instant() : part.startedAt())
              .plus(config.outbound().echoWait());
      if (clock.instant().isBefore(echoBy)) {
        return echoBy;
      }
      if (part.resends() >= MOST_RESENDS) {
        deliveries.failed(thread, message, "outcome-unknown", true);
        return null;
      }
    }
    Ruling ruling =
        windows.judge(thread, message.mode(), message.byAgent(), message.chargedConsent());
    Permission permission = ruling.permission();
    if (permission == null) {
      String code = String.valueOf(ruling.failureCode());
      deliveries.failed(thread, message, code, code.startsWith("charged-"));
      return null;
    }
    Messenger messenger = platforms.messenger(account.kind());
    @Nullable Stored stored =
        part.mediaId() == null ? null : media.find(part.mediaId()).orElse(null);
    Optional<String> unsendable = unsendable(messenger, part, stored);
    if (unsendable.isPresent()) {
      deliveries.failed(
          thread, message, unsendable.get(), "attachment-unavailable".equals(unsendable.get()));
      return null;
    }
    Duration wait = pace(account).take(account.id(), System.nanoTime());
    if (wait.isPositive()) {
      return clock.instant().plus(wait);
    }
    Optional<Token> token = tokens.current(account.id());
    if (token.isEmpty()) {
      deliveries.failed(thread, message, "reconnect-required", true);
      return null;
    }
    Instant now = clock.instant();
    parts.sending(part, inDoubt, now);
    Outcome outcome =
        messenger.send(target(thread, message, part, permission, token.get()), part(part, stored));
    return settle(account, thread, message, part.begun(now), token.get(), outcome);
  }

  private @Nullable Instant settle(
      Account account,
      ChannelThread thread,
      Outgoing message,
      OutgoingPart part,
      Token token,
      Outcome outcome)
      throws InterruptedException {
    return switch (outcome) {
      case Outcome.Done done -> {
        String externalId =
            done.externalId().isEmpty() ? "none:" + part.correlation() : done.externalId();
        deliveries.sent(part, externalId, done.freeLeft(), done.chargedLeft());
        if (done.slowDown().isPositive()) {
          refusal.slowDown(account, done.slowDown());
        }
        yield null;
      }
      case Outcome.Lost lost -> {
        parts.back(part, true);
        parts.tried(message.messageId());
        yield clock.instant().plus(config.outbound().echoWait());
      }
      case Outcome.NotSent notSent -> {
        parts.back(part, false);
        parts.tried(message.messageId());
        yield refusal.pause(message);
      }
      case Outcome.Refused refused -> {
        parts.back(part, false);
        yield refusal.react(account, thread, message, part, token, refused);
      }
    };
  }

  private Optional<String> unsendable(
      Messenger messenger, OutgoingPart part, @Nullable Stored stored) {
    if (part.words() != null) {
      return part.words().codePointCount(0, part.words().length()) > messenger.textLimit()
          ? Optional.of("text-too-long")
          : Optional.empty();
    }
    return stored == null
        ? Optional.of("attachment-unavailable")
        : messenger.unsendable(stored.mediaType(), stored.sizeBytes());
  }

  private Part part(OutgoingPart part, @Nullable Stored stored) {
    return stored == null
        ? new Part(part.words(), null)
        : new Part(
            null,
            new File(
                stored.fileName(),
                stored.mediaType(),
                media.bytes(stored.id()),
                config.publicUrl() + links.outside(stored.id(), stored.expiresAt())));
  }

  private static Target target(
      ChannelThread thread,
      Outgoing message,
      OutgoingPart part,
      Permission permission,
      Token token) {
    String comment =
        thread.comment()
            ? message.mode() == Messenger.Mode.PUBLIC && message.replyTo() != null
                ? message.replyTo()
                : thread.externalId()
            : null;
    return new Target(
        thread.account(),
        token.value(),
        thread.contact().externalId(),
        comment,
        thread.conversation(),
        message.mode(),
        permission,
        part.correlation().toString(),
        message.replyTo());
  }

  private Pace pace(Account account) {
    return account.kind() == Kind.ZALO ? zalo : facebook;
  }
}
