package io.dakenh.channels.channel;

import io.dakenh.channels.db.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jboss.logging.Logger;

/** What is learned of a channel while it is used. */
@ApplicationScoped
@Transactional
public class ChannelHealth {
  private static final Logger LOG = Logger.getLogger(ChannelHealth.class);

  private final Sql sql;
  private final ChannelEvents events;
  private final Clock clock;

  @Inject
  ChannelHealth(Sql sql, ChannelEvents events, Clock clock) {
    this.sql = sql;
    this.events = events;
    this.clock = clock;
  }

  /** The token is dead: asks for a new login, and tells the suite once. */
  public void reconnectRequired(UUID channelId, String code) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    sql.list(
            """
            update channel set state = 'reconnect-required', missing_permissions = '{}',
              last_error_code = ?, last_error_at = ?, version = version + 1, changed_at = ?
            where id = ? and state in ('healthy', 'permission-missing') returning\s"""
                + ChannelRows.COLUMNS,
            ChannelRows::read,
            code,
            now,
            now,
            channelId)
        .forEach(
            channel -> {
              LOG.warnf("channelId=%s needs a new login: %s", channelId, code);
              events.changed(channel, null);
            });
  }

  /** Remembers what the provider last refused with, and has the token looked at soon. */
  public void failed(UUID channelId, String code, boolean look) {
    Instant now = clock.instant();
    sql.update(
        """
        update channel set last_error_code = ?, last_error_at = ?,
          next_check_at = case when ? then least(next_check_at, now()) else next_check_at end
        where id = ? and state <> 'unlinked'""",
        code,
        now,
        look,
        channelId);
  }
}
