package io.dakenh.channels.channel;

import io.dakenh.channels.db.Sql;
import io.dakenh.channels.provider.Kind;
import io.dakenh.channels.provider.Platforms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether providers send us a channel's events; they drop subscriptions when we were away for long.
 */
@ApplicationScoped
public class Subscriptions {
  private final Platforms platforms;
  private final Sql sql;
  private final Clock clock;

  @Inject
  Subscriptions(Platforms platforms, Sql sql, Clock clock) {
    this.platforms = platforms;
    this.sql = sql;
    this.clock = clock;
  }

  /** Subscribes a channel that was just linked. */
  public void begin(UUID channelId, Kind kind, String externalId, String token) {
    remember(channelId, platforms.linker(kind).subscribe(externalId, token));
  }

  /** Looks whether a channel is subscribed, and mends it when it is not. */
  void mend(UUID channelId, Kind kind, String externalId, String token) {
    Optional<Boolean> subscribed = platforms.linker(kind).subscribed(externalId, token);
    remember(
        channelId,
        subscribed
            .map(already -> already || platforms.linker(kind).subscribe(externalId, token))
            .orElse(null));
  }

  private void remember(UUID channelId, @Nullable Boolean subscribed) {
    sql.update(
        """
        update channel set subscribed = ?, checked_at = ? where id = ? and state <> 'unlinked'""",
        subscribed,
        clock.instant(),
        channelId);
  }
}
