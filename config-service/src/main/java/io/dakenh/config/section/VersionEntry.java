package io.dakenh.config.section;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry of the version history on its way from the section's document to the history. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VersionEntry(
    String section,
    long version,
    UUID publishedBy,
    @Nullable Long restoredFrom,
    int schema,
    JsonNode content,
    List<Change> changes) {
  private static final JsonMapper MAPPER = new JsonMapper();

  String write() {
    try {
      return MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("cannot write a version", impossible);
    }
  }

  static VersionEntry read(String payload) {
    try {
      return MAPPER.readValue(payload, VersionEntry.class);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("cannot read a version", unreadable);
    }
  }
}
