package io.dakenh.channels.channel;

import io.dakenh.channels.ChannelsConfig;
import io.dakenh.channels.channel.ChannelRepository.Due;
import io.dakenh.channels.channel.ChannelState.Healthy;
import io.dakenh.channels.channel.ChannelState.Linked;
import io.dakenh.channels.channel.ChannelState.Paused;
import io.dakenh.channels.channel.ChannelState.PermissionMissing;
import io.dakenh.channels.channel.ChannelState.ReconnectRequired;
import io.dakenh.channels.provider.Providers;
import io.dakenh.channels.provider.TokenVerdict;
import io.dakenh.channels.provider.TokenVerdict.Dead;
import io.dakenh.channels.provider.TokenVerdict.Expired;
import io.dakenh.channels.provider.TokenVerdict.LacksPermissions;
import io.dakenh.channels.provider.TokenVerdict.Unknown;
import io.dakenh.channels.provider.TokenVerdict.Works;
import io.dakenh.channels.token.TokenCipher;
import io.dakenh.channels.token.TokenPlace;
import io.dakenh.channels.token.TokenPlace.Purpose;
import io.dakenh.channels.token.TokenUnreadableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks providers whether tokens still work. No transaction is open while a provider is asked: a
 * check is claimed in one, its outcome stored in another, and only if the channel did not change
 * between.
 */
@ApplicationScoped
class ChannelCheck {
  private static final Logger LOG = Logger.getLogger(ChannelCheck.class);
  private static final int BATCH = 20;
  private static final String LOST = "refresh-answer-lost";

  private final ChannelRepository channels;
  private final ChannelEvents events;
  private final Providers providers;
  private final TokenKeeper tokens;
  private final TokenCipher cipher;
  private final Subscriptions subscriptions;
  private final ChannelsConfig config;
  private final Clock clock;

  @Inject
  ChannelCheck(
      ChannelRepository channels,
      ChannelEvents events,
      Providers providers,
      TokenKeeper tokens,
      TokenCipher cipher,
      Subscriptions subscriptions,
      ChannelsConfig config,
      Clock clock) {
    this.channels = channels;
    this.events = events;
    this.providers = providers;
    this.tokens = tokens;
    this.cipher = cipher;
    this.subscriptions = subscriptions;
    this.config = config;
    this.clock = clock;
  }

  /** Claims channels that are due. */
  List<Due> claim() {
    return channels.claimDue(config.checkAgain(), BATCH);
  }

  /** Checks one channel now, whether it is due or not. */
  void now(UUID tenantId, UUID id) {
    channels
        .claim(tenantId, id, config.checkAgain())
        .ifPresent(due -> ask(due).ifPresent(verdict -> learn(due.channel(), verdict)));
  }

  /**
   * Asks the provider of one; never throws for what a provider or a token does. A token that is not
   * taken is renewed first: it may be between two tokens that it was asked for. Empty when it could
   * not be renewed, as the renewal tells of that.
   */
  Optional<TokenVerdict> ask(Due due) {
    TokenVerdict verdict = inspect(due);
    Channel channel = due.channel();
    if (!(verdict instanceof Expired) || !tokens.renews(channel.kind())) {
      return Optional.of(verdict);
    }
    try {
      return tokens.renew(channel.id(), due.tokenVersion())
          ? channels.claim(channel.tenantId(), channel.id(), config.checkAgain()).map(this::inspect)
          : Optional.empty();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private TokenVerdict inspect(Due due) {
    Channel channel = due.channel();
    try {
      String token =
          cipher.open(
              due.sealedToken(), new TokenPlace(channel.tenantId(), channel.id(), Purpose.ACCESS));
      TokenVerdict verdict = providers.of(channel.kind()).inspect(channel.externalId(), token);
      if (verdict instanceof Works || verdict instanceof LacksPermissions) {
        subscriptions.mend(channel.id(), channel.kind(), channel.externalId(), token);
      }
      return verdict;
    } catch (TokenUnreadableException unreadable) {
      LOG.errorf("channelId=%s: %s", channel.id(), unreadable.getMessage());
      return new Dead("token-unreadable");
    }
  }

  /** Stores what was learned, and tells the suite if the state is another. */
  @Transactional
  void learn(Channel channel, TokenVerdict verdict) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (channel.state() instanceof ReconnectRequired && LOST.equals(channel.lastErrorCode())) {
      // Its access token may work for some hours more, but nothing will come after it.
      channels.checked(channel, config.checkEvery(), LOST, now);
      return;
    }
    channels.checked(
        channel,
        verdict instanceof Unknown ? config.checkAgain() : config.checkEvery(),
        error(verdict),
        now);
    Optional<ChannelState> learned = state(verdict).map(linked -> seen(channel.state(), linked));
    if (learned.isPresent() && !learned.get().equals(channel.state())) {
      channels
          .change(channel, learned.get(), now)
          .ifPresent(changed -> events.changed(changed, null));
    }
  }

  /** What a paused channel learns shows only when it resumes. */
  private static ChannelState seen(ChannelState before, Linked learned) {
    return before instanceof Paused paused ? paused.resumingAs(learned) : learned;
  }

  private static Optional<Linked> state(TokenVerdict verdict) {
    return switch (verdict) {
      case Works works -> Optional.of(new Healthy());
      case LacksPermissions lacks -> Optional.of(new PermissionMissing(lacks.missing()));
      case Dead dead -> Optional.of(new ReconnectRequired());
      case Expired expired -> Optional.of(new ReconnectRequired());
      case Unknown unknown -> Optional.empty();
    };
  }

  private static @Nullable String error(TokenVerdict verdict) {
    return switch (verdict) {
      case Works works -> null;
      case LacksPermissions lacks -> "permission-missing";
      case Dead dead -> dead.code();
      case Expired expired -> expired.code();
      case Unknown unknown -> unknown.code();
    };
  }
}
