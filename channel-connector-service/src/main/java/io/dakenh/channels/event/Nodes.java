package io.dakenh.channels.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads providers' JSON: ids come as numbers and as texts, and anything may be missing. */
public final class Nodes {
  private Nodes() {}

  /** A text or number as text; null when absent, null or blank. */
  public static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isValueNode() || value.isNull()) {
      return null;
    }
    String said = storable(value.asText());
    return said.isEmpty() ? null : said;
  }

  /** Without what no database keeps as text: zeros, and halves of characters. */
  private static String storable(String text) {
    return text.chars().allMatch(c -> c != 0 && !Character.isSurrogate((char) c))
        ? text
        : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
            .replace("\0", "");
  }

  /** A text or number as text. */
  public static String text(JsonNode node, String field, String otherwise) {
    String value = text(node, field);
    return value == null ? otherwise : value;
  }

  /** A number, also when it came as text. */
  public static long number(JsonNode node, String field, long otherwise) {
    return node.path(field).asLong(otherwise);
  }

  /** A list of texts or numbers. */
  public static List<String> texts(JsonNode node, String field) {
    List<String> all = new ArrayList<>();
    node.path(field).forEach(item -> all.add(storable(item.asText())));
    return all;
  }
}
