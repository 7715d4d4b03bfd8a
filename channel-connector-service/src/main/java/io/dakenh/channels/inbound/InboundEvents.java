package io.dakenh.channels.inbound;

import io.dakenh.channels.db.Sql;
import io.dakenh.channels.event.Incoming;
import io.dakenh.platform.event.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sorted events, and changes that came before the message they are about. */
@ApplicationScoped
@Transactional
class InboundEvents {
  private final Sql sql;
  private final Clock clock;

  @Inject
  InboundEvents(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** One event that is to be worked off. */
  record Sorted(long position, Incoming event, int tries, Instant receivedAt) {}

  Optional<Sorted> next(UUID threadId) {
    return sql.one(
        """
        select position, event, tries, received_at from inbound_event
        where thread_id = ? and done_at is null order by position limit 1""",
        row ->
            new Sorted(
                row.getLong("position"),
                read(row.getString("event")),
                row.getInt("tries"),
                Sql.time(row, "received_at")),
        threadId);
  }

  /** What it said is not kept. */
  void done(long position) {
    sql.update(
        "update inbound_event set done_at = ?, event = null where position = ?",
        clock.instant(),
        position);
  }

  void tried(long position) {
    sql.update("update inbound_event set tries = tries + 1 where position = ?", position);
  }

  void park(UUID channelId, String externalId, Incoming event) {
    sql.update(
        """
        insert into parked_change (channel_id, external_id, event, parked_at)
        values (?, ?, ?::jsonb, ?)""",
        channelId,
        externalId,
        EventJson.write(event),
        clock.instant());
  }

  List<Incoming> takeParked(UUID channelId, String externalId) {
    return sql.list(
        "delete from parked_change where channel_id = ? and external_id = ? returning event",
        row -> read(row.getString(1)),
        channelId,
        externalId);
  }

  /** Forgets keys and parked changes that nothing will ask for any more. */
  int prune(Duration keep) {
    Instant before = clock.instant().minus(keep);
    return sql.update(
            """
            delete from inbound_event where position in
              (select position from inbound_event where done_at < ? order by done_at limit 5000)""",
            before)
        + sql.update("delete from parked_change where parked_at < ?", before);
  }

  private static Incoming read(String json) {
    try {
      return EventJson.read(json.getBytes(StandardCharsets.UTF_8), Incoming.class);
    } catch (IOException impossible) {
      throw new UncheckedIOException("a stored event cannot be read", impossible);
    }
  }
}
