package io.dakenh.devstack.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint answered.
 *
 * @param request method and path, for messages
 * @param body the JSON body, a missing node when there is none
 * @param text the body as it came
 */
public record Answer(
    String request, int status, JsonNode body, String text, @Nullable String entityTag) {
  private static final int FIRST_ERROR = 300;

  /** Itself when it is a success. */
  public Answer successful() {
    if (status >= FIRST_ERROR) {
      throw new SuiteException(
          request + " was answered " + status + " " + code().orElse("") + detail());
    }
    return this;
  }

  /** The stable code of a problem. */
  public Optional<String> code() {
    return Optional.ofNullable(body.path("code").textValue());
  }

  private String detail() {
    String detail = body.path("detail").asText();
    String errors = body.path("errors").isMissingNode() ? "" : " " + body.path("errors");
    return detail.isEmpty() ? "" : ": " + detail + errors;
  }
}
