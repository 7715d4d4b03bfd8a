package io.dakenh.config.section;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/** A content as it was sent. */
public final class SectionBody {
  private SectionBody() {}

  /** The content, or a problem when the request had none or something else. */
  public static JsonNode present(@Nullable JsonNode body) {
    if (body == null || !body.isObject()) {
      throw ProblemException.of(
          ProblemKind.INVALID, "malformed-json", "The body is not the JSON expected here.");
    }
    return body;
  }
}
