package io.dakenh.channels.channel;

import io.dakenh.channels.channel.ChannelState.Paused;
import io.dakenh.channels.channel.ChannelState.PermissionMissing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One linked Page or OA, as the owner sees it.
 *
 * @param kind {@code facebook} or {@code zalo}
 * @param externalId the provider's id
 * @param state {@code healthy}, {@code reconnect-required}, {@code permission-missing} or {@code
 *     paused}
 * @param missingPermissions by the provider's names
 * @param lastEventAt when the provider last sent something
 * @param lastErrorCode why the provider last refused or did not answer
 */
public record ChannelView(
    UUID id,
    String kind,
    String externalId,
    String name,
    @Nullable String pictureUrl,
    String state,
    List<String> missingPermissions,
    @Nullable Instant lastEventAt,
    @Nullable String lastErrorCode,
    @Nullable Instant lastErrorAt,
    Instant linkedAt,
    long version,
    HealthView health) {

  /**
   * How a channel is.
   *
   * @param checkedAt when its token was last looked at
   * @param subscribed whether the provider sends us all events we want; absent when it does not say
   * @param tokenExpiresAt when the token ends by itself
   * @param dataAccessExpiresAt Facebook: when what the person allowed has to be allowed anew
   * @param signatureFailures of the platform today: deliveries refused for their signature
   * @param waitingMessages not sent yet
   * @param pausedUntil nothing is sent before: the provider limits or restricts it
   */
  public record HealthView(
      @Nullable Instant checkedAt,
      @Nullable Boolean subscribed,
      @Nullable Instant tokenExpiresAt,
      @Nullable Instant dataAccessExpiresAt,
      long signatureFailures,
      long waitingMessages,
      @Nullable Instant pausedUntil) {}

  static ChannelView of(Channel channel, HealthView health, @Nullable String picture) {
    ChannelState state =
        channel.state() instanceof Paused paused ? paused.before() : channel.state();
    return new ChannelView(
        channel.id(),
        channel.kind().code(),
        channel.externalId(),
        channel.name(),
        picture == null ? channel.pictureUrl() : picture,
        channel.state().code(),
        state instanceof PermissionMissing missing ? missing.missing() : List.of(),
        channel.lastEventAt(),
        channel.lastErrorCode(),
        channel.lastErrorAt(),
        channel.createdAt(),
        channel.version(),
        health);
  }
}
