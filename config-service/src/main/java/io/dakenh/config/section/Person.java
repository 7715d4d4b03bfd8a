package io.dakenh.config.section;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who did something; the name is empty for somebody who is not of the business. */
public record Person(UUID id, String name) {
  static @Nullable Person of(@Nullable UUID id, Map<UUID, String> names) {
    return id == null ? null : new Person(id, names.getOrDefault(id, ""));
  }
}
