package io.dakenh.livetalk.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a visitor.
 *
 * @param firstSeenAt when the first conversation was opened
 * @param block while they may not write
 * @param externalId as the business itself knows the person; absent while its website did not say
 * @param data what the website told of the person, by name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactView(
    UUID id,
    String name,
    @Nullable String phone,
    @Nullable String email,
    Instant firstSeenAt,
    long version,
    @Nullable BlockView block,
    @Nullable String externalId,
    @Nullable Map<String, String> data) {

  /**
   * That a visitor may not write.
   *
   * @param expiresAt null: until it is lifted
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record BlockView(
      UUID visitorId,
      String visitorName,
      String reason,
      UUID blockedBy,
      String blockedByName,
      Instant blockedAt,
      @Nullable Instant expiresAt) {}
}
