package io.dakenh.channels.outbound;

import io.dakenh.channels.channel.Accounts;
import io.dakenh.channels.channel.Accounts.Account;
import io.dakenh.channels.db.Sql;
import io.dakenh.channels.provider.Fault;
import io.dakenh.channels.provider.Messenger.Mode;
import io.dakenh.channels.provider.Messenger.Permission;
import io.dakenh.channels.provider.Messenger.Target;
import io.dakenh.channels.provider.Outcome;
import io.dakenh.channels.provider.Platforms;
import io.dakenh.channels.refresh.Tokens;
import io.dakenh.channels.refresh.Tokens.Token;
import io.dakenh.channels.thread.Change;
import io.dakenh.channels.thread.ChannelThread;
import io.dakenh.channels.thread.MessageIds;
import io.dakenh.channels.thread.Threads;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Does things to messages: read marks, and what can be done to comments. */
@ApplicationScoped
class Actions {
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int TRIES = 5;

  private final Sql sql;
  private final Threads threads;
  private final Accounts accounts;
  private final Tokens tokens;
  private final MessageIds ids;
  private final Platforms platforms;
  private final Deliveries deliveries;
  private final Clock clock;

  @Inject
  Actions(
      Sql sql,
      Threads threads,
      Accounts accounts,
      Tokens tokens,
      MessageIds ids,
      Platforms platforms,
      Deliveries deliveries,
      Clock clock) {
    this.sql = sql;
    this.threads = threads;
    this.accounts = accounts;
    this.tokens = tokens;
    this.ids = ids;
    this.platforms = platforms;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  private record Wanted(long position, UUID messageId, String action, int tries) {}

  /** Does all that waits in a thread; the time to look again when one has to wait. */
  @Nullable Instant work(UUID threadId) {
    for (Optional<Wanted> next = next(threadId); next.isPresent(); next = next(threadId)) {
      Instant later = work(threads.find(threadId).orElseThrow(), next.get());
      if (later != null) {
        return later;
      }
    }
    return null;
  }

  @Transactional
  Optional<Wanted> next(UUID threadId) {
    return sql.one(
        """
        select position, message_id, action, tries from outbound_action
        where thread_id = ? order by position limit 1""",
        row ->
            new Wanted(
                row.getLong("position"),
                Sql.id(row, "message_id"),
                row.getString("action"),
                row.getInt("tries")),
        threadId);
  }

  private @Nullable Instant work(ChannelThread thread, Wanted wanted) {
    Account account = accounts.find(thread.channelId()).orElseThrow();
    Optional<Token> token =
        account.closedBecause().isPresent() ? Optional.empty() : tokens.current(account.id());
    Optional<MessageIds.Known> message = ids.of(account.id(), wanted.messageId());
    if (token.isEmpty() || message.isEmpty()) {
      end(thread, wanted, account.closedBecause().orElse("comment-gone"), false);
      return null;
    }
    Outcome outcome =
        platforms
            .messenger(account.kind())
            .act(target(thread, token.get()), wanted.action(), message.get().externalId());
    return switch (outcome) {
      case Outcome.Done done -> {
        done(thread, wanted);
        yield null;
      }
      case Outcome.NotSent notSent -> again(thread, wanted, "provider-unavailable");
      // All of them can be done twice with the same outcome.
      case Outcome.Lost lost -> again(thread, wanted, "provider-unavailable");
      case Outcome.Refused refused -> refused(thread, wanted, refused.fault());
    };
  }

  private @Nullable Instant refused(ChannelThread thread, Wanted wanted, Fault fault) {
    return switch (fault.reaction()) {
      case RETRY, WAIT -> again(thread, wanted, fault.failureCode());
      default -> {
        end(thread, wanted, fault.failureCode(), fault.retryable());
        yield null;
      }
    };
  }

  private @Nullable Instant again(ChannelThread thread, Wanted wanted, String failureCode) {
    if (wanted.tries() + 1 >= TRIES) {
      end(thread, wanted, failureCode, true);
      return null;
    }
    sql.update(
        "update outbound_action set tries = tries + 1 where position = ?", wanted.position());
    return clock.instant().plus(PAUSE);
  }

  private void done(ChannelThread thread, Wanted wanted) {
    forget(wanted);
    String change =
        switch (wanted.action()) {
          case "hide" -> "hidden";
          case "show" -> "shown";
          case "like" -> "liked";
          case "unlike" -> "unliked";
          case "delete" -> "deleted";
          default -> "";
        };
    if (!change.isEmpty()) {
      deliveries.acted(thread, wanted.messageId(), Change.plain(change, false, now()));
    }
  }

  private void end(ChannelThread thread, Wanted wanted, String failureCode, boolean retryable) {
    forget(wanted);
    if (!"seen".equals(wanted.action())) {
      deliveries.acted(
          thread, wanted.messageId(), Change.actionFailed(failureCode, retryable, now()));
    }
  }

  private void forget(Wanted wanted) {
    sql.update("delete from outbound_action where position = ?", wanted.position());
  }

  private static Target target(ChannelThread thread, Token token) {
    return new Target(
        thread.account(),
        token.value(),
        thread.contact().externalId(),
        null,
        thread.conversation(),
        Mode.CHAT,
        Permission.FREE,
        Ids.next().toString(),
        null);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
