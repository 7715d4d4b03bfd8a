package io.dakenh.channels.thread;

import io.dakenh.channels.ChannelsConfig;
import io.dakenh.channels.provider.Kind;
import io.dakenh.channels.provider.Messenger.Mode;
import io.dakenh.channels.provider.Messenger.Permission;
import io.dakenh.contracts.channel.ChannelWindow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the providers' rules let us send, as far as we can know before we try. */
@ApplicationScoped
public class Windows {
  private static final int TEXT_LIMIT = 2000;
  private static final Duration AD_WINDOW = Duration.ofDays(7);

  private final ChannelsConfig config;
  private final Clock clock;

  @Inject
  Windows(ChannelsConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /** What may be sent, or the failure code of what may not. */
  public record Ruling(@Nullable Permission permission, @Nullable String failureCode) {
    static Ruling yes(Permission permission) {
      return new Ruling(permission, null);
    }

    static Ruling no(String failureCode) {
      return new Ruling(null, failureCode);
    }
  }

  /** The window of a thread as the suite is told of it. */
  public ChannelWindow of(ChannelThread thread) {
    Instant last = thread.lastInboundAt();
    if (thread.comment() || last == null) {
      return new ChannelWindow(
          clock.instant(),
          null,
          null,
          null,
          null,
          null,
          thread.blockedReason(),
          thread.privateReplyUntil(),
          TEXT_LIMIT);
    }
    return thread.kind() == Kind.FACEBOOK ? facebook(thread, last) : zalo(thread, last);
  }

  private ChannelWindow facebook(ChannelThread thread, Instant last) {
    Instant free = last.plus(config.facebook().window());
    Instant ad = thread.adOpenedAt();
    if (ad != null && ad.plus(AD_WINDOW).isAfter(free)) {
      free = ad.plus(AD_WINDOW);
    }
    boolean human = config.facebook().humanAgent();
    return new ChannelWindow(
        clock.instant(),
        free,
        human ? last.plus(config.facebook().humanWindow()) : null,
        human ? "human-agent" : null,
        null,
        null,
        thread.blockedReason(),
        null,
        TEXT_LIMIT);
  }

  private ChannelWindow zalo(ChannelThread thread, Instant last) {
    return new ChannelWindow(
        clock.instant(),
        last.plus(config.zalo().window()),
        last.plus(config.zalo().chargedWindow()),
        "charged",
        thread.freeLeft(),
        thread.chargedLeft(),
        thread.blockedReason(),
        null,
        TEXT_LIMIT);
  }

  /** Judges one message before it is sent. */
  public Ruling judge(ChannelThread thread, Mode mode, boolean byAgent, boolean chargedConsent) {
    Instant now = clock.instant();
    if (thread.comment()) {
      if (mode != Mode.PRIVATE) {
        return Ruling.yes(Permission.FREE);
      }
      Instant until = thread.privateReplyUntil();
      return until == null
          ? Ruling.no("private-reply-used")
          : now.isBefore(until) ? Ruling.yes(Permission.FREE) : Ruling.no("window-closed");
    }
    String blocked = thread.blockedReason();
    if (blocked != null && !(chargedConsent && "charged-unavailable".equals(blocked))) {
      return Ruling.no(blocked);
    }
    ChannelWindow window = of(thread);
    if (before(now, window.freeUntil())) {
      return Ruling.yes(Permission.FREE);
    }
    if (!before(now, window.limitedUntil())) {
      return Ruling.no("window-closed");
    }
    if ("human-agent".equals(window.limitedTo())) {
      return byAgent ? Ruling.yes(Permission.HUMAN_AGENT) : Ruling.no("human-only");
    }
    return chargedConsent
        ? Ruling.yes(Permission.CHARGED)
        : Ruling.no(byAgent ? "charged-consent-needed" : "human-only");
  }

  private static boolean before(Instant now, @Nullable Instant end) {
    return end != null && now.isBefore(end);
  }
}
