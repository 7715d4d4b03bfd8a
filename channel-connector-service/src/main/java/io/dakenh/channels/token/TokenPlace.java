package io.dakenh.channels.token;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Where a sealed token belongs. It opens nowhere else: not in another tenant's row, not in another
 * channel's, not in the other column.
 */
public record TokenPlace(UUID tenantId, UUID channelId, Purpose purpose) {
  /** What the token is for. */
  public enum Purpose {
    ACCESS,
    REFRESH,
    /** Of the person who linked a Page. */
    USER,
    /** What a dialog brought, until pages are chosen; the channel is the session. */
    SESSION
  }

  byte[] authenticatedWith(String keyId) {
    return String.join(
            "\n",
            "dakenh.channels.token.v1",
            keyId,
            tenantId.toString(),
            channelId.toString(),
            purpose.name())
        .getBytes(StandardCharsets.UTF_8);
  }
}
