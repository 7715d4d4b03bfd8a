package io.dakenh.channels.channel;

import io.dakenh.channels.Storage;
import io.dakenh.channels.channel.ChannelState.Healthy;
import io.dakenh.channels.token.TokenCipher;
import io.dakenh.channels.token.TokenPlace;
import io.dakenh.channels.token.TokenPlace.Purpose;
import io.dakenh.contracts.config.TenantChanged;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.time.Ids;
import io.dakenh.platform.web.Cursor;
import io.dakenh.platform.web.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Links, unlinks, pauses and lists channels. */
@ApplicationScoped
public class ChannelService {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final UUID FIRST = new UUID(0, 0);

  private final ChannelRepository channels;
  private final Businesses businesses;
  private final ChannelEvents events;
  private final TokenCipher cipher;
  private final Healths healths;
  private final Clock clock;

  @Inject
  ChannelService(
      ChannelRepository channels,
      Businesses businesses,
      ChannelEvents events,
      TokenCipher cipher,
      Healths healths,
      Clock clock) {
    this.channels = channels;
    this.businesses = businesses;
    this.events = events;
    this.cipher = cipher;
    this.healths = healths;
    this.clock = clock;
  }

  /**
   * Links a Page or OA, or links it again: the same row, so its history stays.
   *
   * @return id of the channel
   * @throws ProblemException {@code channel-exists} when another business has it linked
   */
  @Transactional
  public UUID link(LinkChannel link) {
    boolean active =
        businesses.active(link.tenantId()).orElseThrow(() -> ProblemException.notFound("business"));
    Instant now = now();
    UUID id =
        channels
            .findForUpdate(link.tenantId(), link.kind(), link.externalId())
            .map(Channel::id)
            .orElseGet(() -> add(link, now));
    ChannelState state = active ? new Healthy() : new Healthy().pause();
    try {
      Channel linked =
          channels.link(
              id,
              link,
              state,
              cipher.seal(link.accessToken(), place(link, id, Purpose.ACCESS)),
              link.refreshToken() == null
                  ? null
                  : cipher.seal(link.refreshToken(), place(link, id, Purpose.REFRESH)),
              now);
      events.changed(linked, null);
      return id;
    } catch (SQLException failed) {
      if (UNIQUE_VIOLATION.equals(failed.getSQLState())) {
        throw ProblemException.conflict(
            "channel-exists", "Another business has linked this page or account.");
      }
      throw Storage.failed(failed);
    }
  }

  /**
   * Unlinks a channel and forgets its tokens.
   *
   * @throws ProblemException {@code channel-not-found} also for another tenant's and for one that
   *     is unlinked
   */
  @Transactional
  public void unlink(UUID tenantId, UUID channelId) {
    Channel unlinked =
        channels
            .unlink(tenantId, channelId, now())
            .orElseThrow(() -> ProblemException.notFound("channel"));
    events.changed(unlinked, null);
  }

  /**
   * Follows the tenant: its channels are paused unless it is active. A state older than the one
   * seen changes nothing.
   */
  @Transactional
  public void follow(TenantChanged tenant, UUID eventId) {
    boolean active = "active".equals(tenant.status());
    if (businesses.remember(tenant.tenantId(), tenant.version(), active)) {
      channels
          .pause(tenant.tenantId(), !active, now())
          .forEach(channel -> events.changed(channel, eventId));
    }
  }

  /** One page of the tenant's linked channels, in the order they were first linked. */
  Page<ChannelView> page(UUID tenantId, int limit, @Nullable String cursor) {
    return Page.cut(
            channels.page(tenantId, after(cursor), limit + 1),
            limit,
            channel -> Cursor.of(channel.id()))
        .map(healths::view);
  }

  /**
   * One linked channel of the tenant.
   *
   * @throws ProblemException {@code channel-not-found}
   */
  public ChannelView view(UUID tenantId, UUID id) {
    return channels
        .find(tenantId, id)
        .filter(channel -> !(channel.state() instanceof ChannelState.Unlinked))
        .map(healths::view)
        .orElseThrow(() -> ProblemException.notFound("channel"));
  }

  private UUID add(LinkChannel link, Instant now) {
    UUID id = Ids.next();
    channels.add(id, link, now);
    return id;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static TokenPlace place(LinkChannel link, UUID id, Purpose purpose) {
    return new TokenPlace(link.tenantId(), id, purpose);
  }

  private static UUID after(@Nullable String cursor) {
    Cursor decoded = Cursor.decode(cursor, 1);
    if (decoded == null) {
      return FIRST;
    }
    try {
      return UUID.fromString(decoded.values().getFirst());
    } catch (IllegalArgumentException notOurs) {
      throw ProblemException.invalid("/cursor", "cursor", "This cursor is not valid here.");
    }
  }
}
