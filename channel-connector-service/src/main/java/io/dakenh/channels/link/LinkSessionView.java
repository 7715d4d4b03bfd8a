package io.dakenh.channels.link;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dialog, as the page that waits for it sees it.
 *
 * @param state {@code waiting}, {@code choose}, {@code linked}, {@code refused}, {@code failed} or
 *     {@code expired}
 * @param dialogUrl where the browser goes; only in the answer to the beginning
 * @param missingPermissions by the provider's names: what the person did not give
 * @param pages to choose from
 */
public record LinkSessionView(
    UUID id,
    String kind,
    String state,
    @Nullable String dialogUrl,
    @Nullable String failureCode,
    List<String> missingPermissions,
    List<PageView> pages,
    List<UUID> channelIds,
    Instant expiresAt) {

  /**
   * A Page of the person.
   *
   * @param reason why it cannot be linked: {@code tasks-missing}, {@code permission-missing} or
   *     {@code linked-elsewhere}
   * @param linked whether it is linked by this business
   */
  public record PageView(
      String externalId,
      String name,
      @Nullable String pictureUrl,
      boolean linkable,
      @Nullable String reason,
      boolean linked) {}
}
