package io.dakenh.channels.channel;

import io.dakenh.channels.db.Sql;
import io.dakenh.channels.provider.Kind;
import io.dakenh.channels.provider.Platforms;
import io.dakenh.channels.token.TokenCipher;
import io.dakenh.channels.token.TokenPlace;
import io.dakenh.channels.token.TokenPlace.Purpose;
import io.dakenh.channels.token.TokenUnreadableException;
import io.dakenh.channels.work.Tidy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Unlinks: the owner sees it done at once; the provider is told right after, and again if it did
 * not answer.
 */
@ApplicationScoped
public class Unlinking {
  private static final Logger LOG = Logger.getLogger(Unlinking.class);
  private static final int TRIES = 30;
  private static final Duration AGAIN = Duration.ofMinutes(5);

  private final ChannelService channels;
  private final Platforms platforms;
  private final TokenCipher cipher;
  private final Sql sql;
  private final Clock clock;

  @Inject
  Unlinking(
      ChannelService channels, Platforms platforms, TokenCipher cipher, Sql sql, Clock clock) {
    this.channels = channels;
    this.platforms = platforms;
    this.cipher = cipher;
    this.sql = sql;
    this.clock = clock;
  }

  private record Pending(
      UUID channelId, UUID tenantId, Kind kind, String externalId, String token, int tries) {}

  /** Unlinks a channel of a tenant. */
  public void unlink(UUID tenantId, UUID channelId) {
    remove(tenantId, channelId);
    end(channelId);
  }

  @Transactional
  void remove(UUID tenantId, UUID channelId) {
    sql.update(
        """
        insert into pending_unsubscribe (channel_id, access_token, due_at)
        select id, access_token, ? from channel
        where tenant_id = ? and id = ? and access_token is not null
        on conflict (channel_id) do update set access_token = excluded.access_token, tries = 0""",
        clock.instant(),
        tenantId,
        channelId);
    channels.unlink(tenantId, channelId);
  }

  void tidy(@Observes Tidy now) {
    sql.list(
            "select channel_id from pending_unsubscribe where due_at <= ? limit 20",
            row -> Sql.id(row, "channel_id"),
            clock.instant())
        .forEach(this::end);
  }

  private void end(UUID channelId) {
    sql.one(
            """
            update pending_unsubscribe p set due_at = ?, tries = tries + 1 from channel c
            where p.channel_id = ? and c.id = p.channel_id
            returning c.tenant_id, c.kind, c.external_id, c.state, p.access_token, p.tries""",
            row ->
                new Pending(
                    channelId,
                    Sql.id(row, "tenant_id"),
                    Kind.of(row.getString("kind")),
                    "unlinked".equals(row.getString("state")) ? row.getString("external_id") : "",
                    row.getString("access_token"),
                    row.getInt("tries")),
            clock.instant().plus(AGAIN),
            channelId)
        .ifPresent(this::end);
  }

  /** One that was linked again meanwhile wants its subscription. */
  private void end(Pending pending) {
    boolean ended = pending.externalId().isEmpty() || pending.tries() > TRIES;
    if (!ended) {
      try {
        String token =
            cipher.open(
                pending.token(),
                new TokenPlace(pending.tenantId(), pending.channelId(), Purpose.ACCESS));
        ended = platforms.linker(pending.kind()).unsubscribe(pending.externalId(), token);
      } catch (TokenUnreadableException unreadable) {
        LOG.warnf(
            "channelId=%s cannot be unsubscribed: %s",
            pending.channelId(), unreadable.getMessage());
        ended = true;
      }
    }
    if (ended) {
      sql.update("delete from pending_unsubscribe where channel_id = ?", pending.channelId());
    }
  }
}
