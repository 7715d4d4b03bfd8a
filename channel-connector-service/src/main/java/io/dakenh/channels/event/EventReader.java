package io.dakenh.channels.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.channels.provider.Kind;
import java.util.List;

/** Reads a provider's deliveries. */
public interface EventReader {
  /** Whose. */
  Kind kind();

  /** All events of one delivery; what cannot be read at all is left out, the rest stays. */
  List<Incoming> read(JsonNode delivery);
}
