package io.dakenh.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** YAML as trees. */
final class Yaml {
  private static final ObjectMapper YAML = new YAMLMapper();

  private Yaml() {}

  static JsonNode read(Path file) {
    return read(Repository.text(file));
  }

  static JsonNode read(String text) {
    try {
      return YAML.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** Every document of a text that has several; empty ones left out. */
  static List<JsonNode> documents(String text) {
    List<JsonNode> found = new ArrayList<>();
    try (var parsed = YAML.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
      while (parsed.hasNextValue()) {
        JsonNode next = parsed.nextValue();
        if (next != null && next.isObject()) {
          found.add(next);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  static ObjectNode object() {
    return YAML.createObjectNode();
  }

  static String text(JsonNode value) {
    try {
      return YAML.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
