package io.dakenh.channels.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpHeaders;

/** What a provider answered. */
public record Answer(int status, HttpHeaders headers, byte[] body) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FIRST_SERVER_ERROR = 500;
  private static final int TOO_MANY = 429;

  /** The body as JSON, whatever it is labelled; a missing node when it is something else. */
  public JsonNode json() {
    try {
      JsonNode read = JSON.readTree(body);
      return read == null ? JSON.missingNode() : read;
    } catch (IOException somethingElse) {
      return JSON.missingNode();
    }
  }

  /** Whether a server in between, or the provider itself, broke. */
  public boolean broken() {
    return status >= FIRST_SERVER_ERROR;
  }

  /** Whether there were too many calls. */
  public boolean limited() {
    return status == TOO_MANY;
  }

  /** A header, or an empty text. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }
}
