package io.dakenh.channels.outbound;

import io.dakenh.channels.ChannelsConfig;
import io.dakenh.channels.channel.Accounts;
import io.dakenh.channels.channel.Accounts.Account;
import io.dakenh.channels.channel.ChannelHealth;
import io.dakenh.channels.outbound.Parts.Outgoing;
import io.dakenh.channels.outbound.Parts.OutgoingPart;
import io.dakenh.channels.provider.Fault;
import io.dakenh.channels.provider.Outcome.Refused;
import io.dakenh.channels.refresh.TokenRefresh;
import io.dakenh.channels.refresh.Tokens.Token;
import io.dakenh.channels.thread.ChannelThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reacts to what a provider refused. */
@ApplicationScoped
class Refusal {
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LIMIT_PAUSE = Duration.ofSeconds(5);
  private static final Duration RESTRICTED = Duration.ofMinutes(30);
  private static final int MOST_DOUBLINGS = 6;

  private final Parts parts;
  private final Accounts accounts;
  private final ChannelHealth health;
  private final TokenRefresh refresh;
  private final Deliveries deliveries;
  private final ChannelsConfig.Outbound config;
  private final Clock clock;

  @Inject
  Refusal(
      Parts parts,
      Accounts accounts,
      ChannelHealth health,
      TokenRefresh refresh,
      Deliveries deliveries,
      ChannelsConfig config,
      Clock clock) {
    this.parts = parts;
    this.accounts = accounts;
    this.health = health;
    this.refresh = refresh;
    this.deliveries = deliveries;
    this.config = config.outbound();
    this.clock = clock;
  }

  /** When to try again; null when the message has its outcome. */
  @Nullable Instant react(
      Account account,
      ChannelThread thread,
      Outgoing message,
      OutgoingPart part,
      Token token,
      Refused refused)
      throws InterruptedException {
    Fault fault = refused.fault();
    switch (fault.reaction()) {
      case RETRY, UPLOAD_AGAIN -> {
        parts.tried(message.messageId());
        if (message.tries() + 1 < config.tries()) {
          return pause(message);
        }
        deliveries.failed(thread, message, fault.failureCode(), true);
      }
      case WAIT -> {
        parts.tried(message.messageId());
        health.failed(account.id(), fault.code(), false);
        Instant until =
            clock.instant().plus(longer(refused.pause(), doubled(LIMIT_PAUSE, message.tries())));
        accounts.holdBack(account.id(), until);
        return until;
      }
      case REFRESH -> {
        parts.tried(message.messageId());
        if (message.tries() == 0 && refresh.renew(account.id(), token.version())) {
          return clock.instant();
        }
        if (message.tries() > 0) {
          health.reconnectRequired(account.id(), fault.code());
        }
        deliveries.failed(thread, message, "reconnect-required", true);
      }
      case RECONNECT -> {
        health.reconnectRequired(account.id(), fault.code());
        deliveries.failed(thread, message, fault.failureCode(), true);
      }
      case PERMISSION, CONFIGURATION -> {
        health.failed(account.id(), fault.code(), true);
        deliveries.failed(thread, message, fault.failureCode(), true);
      }
      case RESTRICTED -> {
        health.failed(account.id(), fault.code(), false);
        accounts.holdBack(account.id(), clock.instant().plus(RESTRICTED));
        deliveries.failed(thread, message, fault.failureCode(), true);
      }
      case BLOCKED -> deliveries.blocked(thread, message, fault);
      case FAIL -> {
        if ("window-closed".equals(fault.failureCode()) && !thread.comment()
            || "charged-unavailable".equals(fault.failureCode())) {
          deliveries.blocked(thread, message, fault);
        } else {
          deliveries.failed(thread, message, fault.failureCode(), fault.retryable());
        }
      }
      case DONE -> deliveries.sent(part, "none:" + part.correlation(), null, null);
      case GONE ->
          deliveries.failed(
              thread,
              message,
              thread.comment() ? fault.failureCode() : "recipient-unreachable",
              false);
    }
    return null;
  }

  /** Lets the account breathe before the next call. */
  void slowDown(Account account, Duration pause) {
    accounts.holdBack(account.id(), clock.instant().plus(pause));
  }

  /** The end of a pause that grows with the tries. */
  Instant pause(Outgoing message) {
    return clock.instant().plus(doubled(config.firstPause(), message.tries()));
  }

  private static Duration doubled(Duration first, int tries) {
    Duration pause = first.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
