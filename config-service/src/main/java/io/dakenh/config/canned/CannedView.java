package io.dakenh.config.canned;

import java.util.List;
import java.util.UUID;

/**
 * A canned message.
 *
 * @param departmentIds who may use it; empty: everybody
 * @param version as in the ETag
 */
public record CannedView(
    UUID id,
    String name,
    String content,
    List<UUID> departmentIds,
    List<UUID> mediaIds,
    long version) {
  static CannedView of(CannedMessage message) {
    return new CannedView(
        message.id,
        message.name,
        message.content,
        message.departmentIds,
        message.mediaIds,
        message.version);
  }
}
