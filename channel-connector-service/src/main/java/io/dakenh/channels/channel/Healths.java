package io.dakenh.channels.channel;

import io.dakenh.channels.channel.ChannelView.HealthView;
import io.dakenh.channels.db.Sql;
import io.dakenh.channels.media.MediaLinks;
import io.dakenh.channels.media.MediaStore;
import io.dakenh.channels.webhook.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the owner sees of a channel besides its state. */
@ApplicationScoped
class Healths {
  private final Sql sql;
  private final Refusals refusals;
  private final MediaStore media;
  private final MediaLinks links;
  private final Clock clock;

  @Inject
  Healths(Sql sql, Refusals refusals, MediaStore media, MediaLinks links, Clock clock) {
    this.sql = sql;
    this.refusals = refusals;
    this.media = media;
    this.links = links;
    this.clock = clock;
  }

  private record Row(HealthView health, @Nullable UUID picture) {}

  @Transactional
  ChannelView view(Channel channel) {
    long refused = refusals.today(channel.kind());
    Instant now = clock.instant();
    Row row =
        sql.one(
                """
                select checked_at, subscribed, token_expires_at, data_access_expires_at, send_after,
                  picture_media_id, (select count(*) from outbound_message m
                    where m.channel_id = c.id and m.state = 'waiting') as waiting
                from channel c where tenant_id = ? and id = ?""",
                found -> {
                  Instant sendAfter = Sql.instant(found, "send_after");
                  return new Row(
                      new HealthView(
                          Sql.instant(found, "checked_at"),
                          found.getObject("subscribed", Boolean.class),
                          Sql.instant(found, "token_expires_at"),
                          Sql.instant(found, "data_access_expires_at"),
                          refused,
                          found.getLong("waiting"),
                          sendAfter != null && sendAfter.isAfter(now) ? sendAfter : null),
                      found.getObject("picture_media_id", UUID.class));
                },
                channel.tenantId(),
                channel.id())
            .orElseThrow();
    @Nullable String picture =
        row.picture() == null
            ? null
            : media
                .find(row.picture())
                .map(stored -> links.outside(stored.id(), stored.expiresAt()))
                .orElse(null);
    return ChannelView.of(channel, row.health(), picture);
  }
}
