package io.dakenh.config.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dakenh.config.text.BodyCheck;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object of a body that is being checked. Members are read by name; what is wrong is noted
 * with its pointer and a harmless value given back, so that all faults are found at once. A member
 * nobody asked for is a fault too: a typing error must not look like success.
 */
final class Body {
  private final JsonNode node;
  private final String pointer;
  private final BodyCheck check;
  private final List<Mention> mentions;
  private final Set<String> read = new HashSet<>();

  /**
   * An upload that the body names.
   *
   * @param purpose what it has to be good for
   */
  record Mention(String pointer, UUID mediaId, String purpose) {}

  private Body(JsonNode node, String pointer, BodyCheck check, List<Mention> mentions) {
    this.node = node;
    this.pointer = pointer;
    this.check = check;
    this.mentions = mentions;
  }

  /** Reads a whole body. */
  static <T> T read(
      JsonNode node,
      String pointer,
      BodyCheck check,
      List<Mention> mentions,
      Function<Body, T> reader) {
    return child(node, pointer, check, mentions, reader);
  }

  private static <T> T child(
      @Nullable JsonNode node,
      String pointer,
      BodyCheck check,
      List<Mention> mentions,
      Function<Body, T> reader) {
    if (node == null || !node.isObject()) {
      boolean absent = node == null || node.isNull();
      check.wrong(
          pointer,
          absent ? "required" : "wrong-type",
          absent ? "This value is required." : "This value is an object.");
      // Its members are missing as well, which need not be said one by one.
      return reader.apply(
          new Body(
              JsonNodeFactory.instance.objectNode(), pointer, new BodyCheck(), new ArrayList<>()));
    }
    Body body = new Body(node, pointer, check, mentions);
    T value = reader.apply(body);
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!body.read.contains(name)) {
                body.wrong(name, "unknown-member", "There is no such value here.");
              }
            });
    return value;
  }

  String at(String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  void wrong(String name, String code, String detail) {
    check.wrong(at(name), code, detail);
  }

  /** Notes something wrong deeper inside, at a path of names and indexes. */
  void wrongAt(String path, String code, String detail) {
    check.wrong(pointer + "/" + path, code, detail);
  }

  boolean has(String name) {
    return present(name) != null;
  }

  private @Nullable JsonNode present(String name) {
    read.add(name);
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private @Nullable String typed(String name) {
    JsonNode value = present(name);
    if (value == null) {
      return null;
    }
    if (!value.isTextual()) {
      wrong(name, "wrong-type", "This value is a text.");
      return null;
    }
    return value.textValue();
  }

  /** Whether the member is missing or of another type, which is then already noted. */
  private boolean mistyped(String name) {
    JsonNode value = present(name);
    return value != null && !value.isTextual();
  }

  /** Required text of one line. */
  String line(String name, int longest) {
    String value = typed(name);
    return mistyped(name) ? "" : check.line(at(name), value, longest);
  }

  /** Text of one line, absent counts as empty. */
  String optionalLine(String name, int longest) {
    return check.optionalLine(at(name), typed(name), longest);
  }

  /** Required text of several lines. */
  String filledLines(String name, int longest) {
    String value = lines(name, longest);
    if (value.isEmpty() && !mistyped(name)) {
      wrong(name, has(name) ? "not-blank" : "required", "This value must not be empty.");
    }
    return value;
  }

  /** Text of several lines, absent counts as empty. */
  String lines(String name, int longest) {
    return check.lines(at(name), typed(name), longest);
  }

  String oneOf(String name, List<String> choices) {
    String value = typed(name);
    return mistyped(name) ? choices.getFirst() : check.oneOf(at(name), value, choices);
  }

  @Nullable String optionalOneOf(String name, List<String> choices) {
    return has(name) ? oneOf(name, choices) : null;
  }

  String color(String name) {
    String value = typed(name);
    return mistyped(name) ? "#000000" : check.color(at(name), value);
  }

  @Nullable String optionalColor(String name) {
    return has(name) ? color(name) : null;
  }

  int number(String name, int least, int most) {
    JsonNode value = present(name);
    if (value != null && !value.isIntegralNumber()) {
      wrong(name, "wrong-type", "This value is a whole number.");
      return least;
    }
    if (value != null && !value.canConvertToInt()) {
      wrong(name, "out-of-range", "From " + least + " to " + most + ".");
      return least;
    }
    return check.number(at(name), value == null ? null : value.intValue(), least, most);
  }

  boolean flag(String name) {
    JsonNode value = present(name);
    if (value == null) {
      wrong(name, "required", "This value is required.");
    } else if (!value.isBoolean()) {
      wrong(name, "wrong-type", "This value is true or false.");
    } else {
      return value.booleanValue();
    }
    return false;
  }

  UUID id(String name) {
    String value = line(name, 36);
    try {
      return UUID.fromString(value);
    } catch (IllegalArgumentException wrong) {
      if (!value.isEmpty()) {
        wrong(name, "uuid", "Not a UUID.");
      }
      return new UUID(0, 0);
    }
  }

  /** An upload of the own business; whether it exists is checked when all were read. */
  @Nullable UUID media(String name, String purpose) {
    String value = typed(name);
    if (value == null || value.isEmpty()) {
      return null;
    }
    try {
      UUID id = UUID.fromString(value);
      mentions.add(new Mention(at(name), id, purpose));
      return id;
    } catch (IllegalArgumentException wrong) {
      wrong(name, "uuid", "Not a UUID.");
      return null;
    }
  }

  <T> T object(String name, Function<Body, T> reader) {
    return child(present(name), at(name), check, mentions, reader);
  }

  <T> @Nullable T optionalObject(String name, Function<Body, T> reader) {
    return has(name) ? object(name, reader) : null;
  }

  <T> List<T> objects(String name, int most, Function<Body, T> reader) {
    List<T> values = new ArrayList<>();
    List<JsonNode> items = items(name, 0, most);
    for (int i = 0; i < items.size(); i++) {
      values.add(child(items.get(i), at(name) + "/" + i, check, mentions, reader));
    }
    return values;
  }

  /** Texts of several lines, none of them empty. */
  List<String> texts(String name, int least, int most, int longest) {
    List<String> values = new ArrayList<>();
    List<JsonNode> items = items(name, least, most);
    for (int i = 0; i < items.size(); i++) {
      String at = name + "/" + i;
      if (!items.get(i).isTextual()) {
        check.wrong(pointer + "/" + at, "wrong-type", "This value is a text.");
        continue;
      }
      String value = check.lines(pointer + "/" + at, items.get(i).textValue(), longest);
      if (value.isEmpty()) {
        check.wrong(pointer + "/" + at, "not-blank", "This value must not be empty.");
      }
      values.add(value);
    }
    return values;
  }

  private List<JsonNode> items(String name, int least, int most) {
    JsonNode list = present(name);
    if (list == null) {
      wrong(name, "required", "This value is required.");
      return List.of();
    }
    if (!list.isArray()) {
      wrong(name, "wrong-type", "This value is a list.");
      return List.of();
    }
    if (list.size() > most) {
      wrong(name, "too-many", "At most " + most + ".");
      return List.of();
    }
    if (list.size() < least) {
      wrong(name, "too-few", "At least " + least + ".");
    }
    List<JsonNode> items = new ArrayList<>();
    list.forEach(items::add);
    return items;
  }
}
