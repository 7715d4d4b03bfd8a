package io.dakenh.livetalk.webhook;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as the owner sends it, whole.
 *
 * @param name 1–80 characters
 * @param url https, at a public address
 * @param events at least one of those there are
 * @param active absent: yes; an endpoint that was disabled works again with yes
 */
record EndpointBody(
    @Nullable String name,
    @Nullable String url,
    @Nullable List<@Nullable String> events,
    @Nullable Boolean active) {
  String[] chosen() {
    return events == null
        ? new String[0]
        : events.stream().filter(Objects::nonNull).toArray(String[]::new);
  }

  String wanted() {
    return active == null || active ? "active" : "paused";
  }
}
