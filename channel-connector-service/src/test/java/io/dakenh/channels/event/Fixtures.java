package io.dakenh.channels.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dakenh.channels.event.Incoming.RemoteFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Deliveries in the form they come in, one per shape. */
public final class Fixtures {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Fixtures() {}

  public static JsonNode read(String provider, String name) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            Fixtures.class.getResourceAsStream("/events/" + provider + "/" + name + ".json"),
            name)) {
      return JSON.readTree(file);
    }
  }

  /** What an event says, on one line. */
  public static String summary(Incoming event) {
    String files = event.files().stream().map(RemoteFile::kind).collect(Collectors.joining("+"));
    return String.join(
        " ",
        List.of(
            event.type().name(),
            event.messageKind(),
            event.customer(),
            String.valueOf(event.externalId()),
            event.text() == null ? "-" : event.text().replace('\n', '/').replace(' ', '_'),
            files.isEmpty() ? "-" : files));
  }
}
