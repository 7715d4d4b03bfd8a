package io.dakenh.devstack.simulator.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a caller sent, read whole. */
public record Request(
    String method,
    String path,
    Map<String, String> query,
    Map<String, List<String>> headers,
    byte[] body) {
  static final ObjectMapper JSON = new ObjectMapper();

  /** Reads one. */
  public static Request of(HttpExchange exchange) throws IOException {
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        parameters(exchange.getRequestURI().getRawQuery()),
        exchange.getRequestHeaders(),
        exchange.getRequestBody().readAllBytes());
  }

  /** The segments of the path behind a number of leading ones. */
  public List<String> segments(int skip) {
    List<String> all = List.of(path.substring(1).split("/", -1));
    return all.subList(Math.min(skip, all.size()), all.size());
  }

  /** A parameter of the query, or an empty text. */
  public String parameter(String name) {
    return Objects.requireNonNullElse(query.get(name), "");
  }

  /** A header, or an empty text. */
  public String header(String name) {
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      if (header.getKey().equalsIgnoreCase(name)) {
        return header.getValue().getFirst();
      }
    }
    return "";
  }

  /** The body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The body as a form. */
  public Map<String, String> form() {
    return parameters(text());
  }

  /** The body as JSON; a missing node when it is none. */
  public JsonNode json() {
    try {
      return JSON.readTree(text());
    } catch (JsonProcessingException somethingElse) {
      return JSON.missingNode();
    }
  }

  /** Whether the body has parts. */
  public boolean multipart() {
    return header("Content-Type").startsWith("multipart/form-data");
  }

  /** The parts of the body by their names. */
  public Map<String, Part> parts() {
    String type = header("Content-Type");
    String boundary = "--" + type.substring(type.indexOf("boundary=") + "boundary=".length());
    String whole = new String(body, StandardCharsets.ISO_8859_1);
    Map<String, Part> parts = new HashMap<>();
    for (String piece : whole.split(java.util.regex.Pattern.quote(boundary), -1)) {
      int blank = piece.indexOf("\r\n\r\n");
      if (blank > 0) {
        String head =
            new String(
                piece.substring(0, blank).getBytes(StandardCharsets.ISO_8859_1),
                StandardCharsets.UTF_8);
        String content = piece.substring(blank + 4, Math.max(blank + 4, piece.length() - 2));
        parts.put(
            attribute(head, "name"),
            new Part(
                attribute(head, "filename"),
                line(head, "Content-Type"),
                content.getBytes(StandardCharsets.ISO_8859_1)));
      }
    }
    return parts;
  }

  /** One part of a body. */
  public record Part(String fileName, String mediaType, byte[] bytes) {
    /** As text. */
    public String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private static String attribute(String head, String name) {
    int from = head.indexOf(" " + name + "=\"");
    if (from < 0) {
      return "";
    }
    int start = from + name.length() + 3;
    return head.substring(start, head.indexOf('"', start));
  }

  private static String line(String head, String name) {
    for (String line : head.split("\r\n", -1)) {
      if (line.startsWith(name + ":")) {
        return line.substring(name.length() + 1).strip();
      }
    }
    return "";
  }

  /** Parameters of a query or of a form body. */
  public static Map<String, String> parameters(@Nullable String encoded) {
    Map<String, String> parameters = new HashMap<>();
    if (encoded != null && !encoded.isEmpty()) {
      for (String pair : encoded.split("&", -1)) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        parameters.merge(decoded(name), decoded(value), (before, more) -> before + "," + more);
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
