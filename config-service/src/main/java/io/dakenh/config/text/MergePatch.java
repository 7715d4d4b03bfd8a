package io.dakenh.config.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A JSON merge patch (RFC 7396) of a flat resource: a member that is absent stays, one that is null
 * is removed, any other replaces.
 */
public final class MergePatch {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final JsonNode patch;
  private final BodyCheck check;

  private MergePatch(JsonNode patch, BodyCheck check) {
    this.patch = patch;
    this.check = check;
  }

  /**
   * Reads a patch.
   *
   * @param allowed members that may be changed; any other one is named as wrong, so that a typing
   *     error does not look like success
   */
  public static MergePatch read(String body, BodyCheck check, Set<String> allowed) {
    JsonNode patch;
    try {
      patch = MAPPER.readTree(body);
    } catch (JsonProcessingException malformed) {
      throw malformed();
    }
    if (patch == null || !patch.isObject()) {
      throw malformed();
    }
    for (String name : new TreeSet<>(names(patch))) {
      if (!allowed.contains(name)) {
        check.wrong("/" + name, "read-only", "This value cannot be changed here.");
      }
    }
    return new MergePatch(patch, check);
  }

  /** Hands a text to the taker when the patch has it; null when it is to be removed. */
  public void text(String name, Consumer<@Nullable String> taker) {
    JsonNode value = patch.get(name);
    if (value == null) {
      return;
    }
    if (!value.isNull() && !value.isTextual()) {
      check.wrong("/" + name, "wrong-type", "This value is a text.");
      return;
    }
    taker.accept(value.isNull() ? null : value.textValue());
  }

  /** Hands a flag to the taker when the patch has it. */
  public void flag(String name, Consumer<Boolean> taker) {
    JsonNode value = patch.get(name);
    if (value == null) {
      return;
    }
    if (!value.isBoolean()) {
      check.wrong("/" + name, "wrong-type", "This value is true or false.");
      return;
    }
    taker.accept(value.booleanValue());
  }

  /** Hands a whole number to the taker when the patch has it; null when it is to be removed. */
  public void number(String name, Consumer<@Nullable Integer> taker) {
    JsonNode value = patch.get(name);
    if (value == null) {
      return;
    }
    if (!value.isNull() && !value.canConvertToExactIntegral()) {
      check.wrong("/" + name, "wrong-type", "This value is a whole number.");
      return;
    }
    taker.accept(
        value.isNull()
            ? null
            : Math.clamp(value.longValue(), Integer.MIN_VALUE, Integer.MAX_VALUE));
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static ProblemException malformed() {
    return ProblemException.of(
        ProblemKind.INVALID, "malformed-json", "The body is not the JSON expected here.");
  }
}
