package io.dakenh.config.section;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two contents, value by value. Items of a list are told apart by their {@code
 * id} or {@code key} where they have one, so that moving an item is not taken for changing all.
 */
final class Difference {
  private static final List<String> IDENTITIES = List.of("id", "key");

  private final List<Change> changes = new ArrayList<>();

  private Difference() {}

  static List<Change> of(JsonNode before, JsonNode after) {
    Difference difference = new Difference();
    difference.compare("", before, after);
    return List.copyOf(difference.changes);
  }

  private void compare(String pointer, JsonNode before, JsonNode after) {
    if (before.equals(after)) {
      return;
    }
    if (before.isObject() && after.isObject()) {
      objects(pointer, before, after);
      return;
    }
    String identity =
        before.isArray() && after.isArray()
            ? identity((ArrayNode) before, (ArrayNode) after)
            : null;
    if (identity == null) {
      changes.add(new Change(pointer, "replace", before, after));
    } else {
      items(pointer, identity, before, after);
    }
  }

  private void objects(String pointer, JsonNode before, JsonNode after) {
    for (Map.Entry<String, JsonNode> member : before.properties()) {
      String at = pointer + "/" + member.getKey();
      JsonNode then = after.get(member.getKey());
      if (then == null) {
        changes.add(new Change(at, "remove", member.getValue(), null));
      } else {
        compare(at, member.getValue(), then);
      }
    }
    for (Map.Entry<String, JsonNode> member : after.properties()) {
      if (!before.has(member.getKey())) {
        changes.add(new Change(pointer + "/" + member.getKey(), "add", null, member.getValue()));
      }
    }
  }

  /** By which member the items of both lists can be told apart, if by any. */
  private static @Nullable String identity(ArrayNode before, ArrayNode after) {
    for (String name : IDENTITIES) {
      if (distinct(before, name) && distinct(after, name) && before.size() + after.size() > 0) {
        return name;
      }
    }
    return null;
  }

  private static boolean distinct(ArrayNode items, String name) {
    return byIdentity(items, name).size() == items.size();
  }

  private static Map<String, Integer> byIdentity(JsonNode items, String name) {
    Map<String, Integer> indexes = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++) {
      JsonNode identity = items.get(i).get(name);
      if (identity != null && identity.isTextual()) {
        indexes.put(identity.textValue(), i);
      }
    }
    return indexes;
  }

  private void items(String pointer, String name, JsonNode before, JsonNode after) {
    Map<String, Integer> then = byIdentity(before, name);
    Map<String, Integer> now = byIdentity(after, name);
    then.forEach(
        (identity, index) -> {
          if (!now.containsKey(identity)) {
            changes.add(new Change(pointer + "/" + index, "remove", before.get(index), null));
          }
        });
    now.forEach(
        (identity, index) -> {
          Integer earlier = then.get(identity);
          if (earlier == null) {
            changes.add(new Change(pointer + "/" + index, "add", null, after.get(index)));
          } else {
            compare(pointer + "/" + index, before.get(earlier), after.get(index));
          }
        });
    List<String> common = then.keySet().stream().filter(now::containsKey).toList();
    List<String> reordered = now.keySet().stream().filter(then::containsKey).toList();
    if (!common.equals(reordered)) {
      changes.add(new Change(pointer, "replace", texts(common), texts(reordered)));
    }
  }

  private static JsonNode texts(List<String> values) {
    ArrayNode texts = JsonNodeFactory.instance.arrayNode();
    values.forEach(texts::add);
    return texts;
  }
}
