package io.dakenh.routing.roster;

import io.dakenh.contracts.config.BusinessHours;
import io.dakenh.platform.event.EventJson;
import io.dakenh.routing.engine.Hours;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Business hours as they are stored: as JSON, or nothing at all for a department always open. */
final class OpeningTimes {
  private OpeningTimes() {}

  static Hours of(@Nullable String stored) {
    return stored == null ? Hours.ALWAYS : read(stored)::openAt;
  }

  static BusinessHours read(String stored) {
    try {
      return EventJson.read(stored.getBytes(StandardCharsets.UTF_8), BusinessHours.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static @Nullable String stored(@Nullable BusinessHours hours) {
    return hours == null ? null : EventJson.write(hours);
  }
}
