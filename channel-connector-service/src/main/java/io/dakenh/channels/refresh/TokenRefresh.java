package io.dakenh.channels.refresh;

import io.dakenh.channels.ChannelsConfig;
import io.dakenh.channels.channel.ChannelHealth;
import io.dakenh.channels.channel.TokenKeeper;
import io.dakenh.channels.provider.Kind;
import io.dakenh.channels.provider.Platforms;
import io.dakenh.channels.provider.TokenRenewer;
import io.dakenh.channels.provider.TokenRenewer.Renewal;
import io.dakenh.channels.refresh.TokenRenewals.Claim;
import io.dakenh.channels.refresh.TokenRenewals.Ending;
import io.dakenh.channels.token.TokenUnreadableException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Renews tokens whose refresh token works once. One holder at a time, over all replicas, by a mark
 * on the channel's row; no transaction is open while the provider is asked; the new pair is stored
 * before anybody uses it. When the answer is lost the same token is tried once more, and if it is
 * refused then, somebody has to log in again.
 */
@ApplicationScoped
public class TokenRefresh implements TokenKeeper {
  private static final Logger LOG = Logger.getLogger(TokenRefresh.class);
  private static final long POLL_MILLISECONDS = 50;
  private static final Duration STORE_PAUSE = Duration.ofMillis(200);

  private final TokenRenewals renewals;
  private final Platforms platforms;
  private final ChannelHealth health;
  private final ChannelsConfig.Zalo config;
  private final Clock clock;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /** Never opened: storing goes on while the service stops. */
  private final CountDownLatch storing = new CountDownLatch(1);

  @Inject
  TokenRefresh(
      TokenRenewals renewals,
      Platforms platforms,
      ChannelHealth health,
      ChannelsConfig config,
      Clock clock) {
    this.renewals = renewals;
    this.platforms = platforms;
    this.health = health;
    this.config = config.zalo();
    this.clock = clock;
  }

  @Override
  public boolean renews(Kind kind) {
    return platforms.renewer(kind).isPresent();
  }

  @Override
  public boolean renew(UUID channelId, long usedVersion) throws InterruptedException {
    long deadline = System.nanoTime() + TokenRenewals.LEASE.toNanos();
    boolean waited = false;
    while (stopped.getCount() > 0 && System.nanoTime() < deadline) {
      Optional<Long> version = renewals.version(channelId);
      if (version.isEmpty() || version.get() != usedVersion) {
        return version.isPresent();
      }
      // What another holder could not renew is not asked for again in the same breath.
      Optional<Claim> claim = waited ? Optional.empty() : claim(channelId, usedVersion);
      if (claim.isPresent()) {
        return renewed(claim.get());
      }
      if (!renewals.underWay(channelId)) {
        return renewals.version(channelId).filter(now -> now != usedVersion).isPresent();
      }
      if (stopped.await(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
        return false;
      }
      waited = true;
    }
    return false;
  }

  private Optional<Claim> claim(UUID channelId, long version) {
    try {
      return renewals.claim(channelId, version);
    } catch (TokenUnreadableException unreadable) {
      LOG.errorf("channelId=%s: %s", channelId, unreadable.getMessage());
      health.reconnectRequired(channelId, "token-unreadable");
      return Optional.empty();
    }
  }

  private boolean renewed(Claim claim) throws InterruptedException {
    TokenRenewer renewer = platforms.renewer(claim.kind()).orElseThrow();
    Renewal renewal = renewer.renew(claim.refreshToken());
    boolean lostBefore = claim.takenOver();
    if (renewal instanceof Renewal.Lost lost && lost.maybeDone()) {
      LOG.warnf(
          "channelId=%s: the answer to a refresh was lost: %s", claim.channelId(), lost.reason());
      lostBefore = true;
      if (stopped.await(config.refreshAgain().toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.infof("channelId=%s is refreshed once more before stopping", claim.channelId());
      }
      renewal = renewer.renew(claim.refreshToken());
    }
    return switch (renewal) {
      case Renewal.Renewed fresh -> {
        store(claim, fresh);
        yield true;
      }
      case Renewal.Refused refused -> {
        renewals.release(claim, true);
        health.reconnectRequired(
            claim.channelId(), lostBefore ? "refresh-answer-lost" : refused.code());
        yield false;
      }
      case Renewal.Lost lost -> {
        renewals.release(claim, lost.maybeDone() || lostBefore);
        health.failed(claim.channelId(), "zalo-unreachable", false);
        yield false;
      }
    };
  }

  /** The pair exists nowhere else: storing it is tried for as long as this process lives. */
  private void store(Claim claim, Renewal.Renewed fresh) throws InterruptedException {
    boolean done = false;
    while (!done) {
      try {
        renewals.store(claim, fresh);
        done = true;
      } catch (RuntimeException again) {
        LOG.errorf(
            "channelId=%s: a renewed token could not be stored yet: %s",
            claim.channelId(), again.toString());
        done = storing.await(STORE_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
  }

  void start(@Observes StartupEvent starting) {
    Thread.ofPlatform().daemon().name("token-refresh").start(this::run);
  }

  void stop(@Observes ShutdownEvent stopping) {
    stopped.countDown();
  }

  private void run() {
    try {
      while (!stopped.await(jittered(config.refreshLook()).toMillis(), TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() throws InterruptedException {
    try {
      for (Ending ending : renewals.endingBefore(clock.instant().plus(config.refreshBefore()))) {
        renew(ending.channelId(), ending.version());
      }
    } catch (RuntimeException later) {
      LOG.warnf("looking for tokens to renew is tried again: %s", later.toString());
    }
  }

  private static Duration jittered(Duration usual) {
    long most = Math.max(1, usual.toMillis() / 10);
    return usual.minusMillis(ThreadLocalRandom.current().nextLong(most));
  }
}
