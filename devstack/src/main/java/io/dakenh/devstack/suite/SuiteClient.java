package io.dakenh.devstack.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls the public HTTP interface of a suite. Thread-safe. */
public final class SuiteClient {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI origin;
  private final HttpClient http;

  /**
   * For the suite behind this gateway.
   *
   * @param origin for example {@code http://localhost:8080}
   */
  public SuiteClient(URI origin) {
    this.origin = origin;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .build();
  }

  /** The gateway's origin. */
  public URI origin() {
    return origin;
  }

  HttpClient http() {
    return http;
  }

  /** An empty JSON object to fill. */
  public static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** The token of a machine, from its secret. */
  public String machineToken(String clientId, String secret) {
    return token(
            Map.of(
                "grant_type", "client_credentials",
                "client_id", clientId,
                "client_secret", secret))
        .successful()
        .body()
        .path("access_token")
        .asText();
  }

  /** The token of a person, in a development realm. */
  public String personToken(String email, String password) {
    return tryPersonToken(email, password).successful().body().path("access_token").asText();
  }

  /** The answer of the token endpoint, which may say that there is no such person. */
  public Answer tryPersonToken(String email, String password) {
    return token(
        Map.of(
            "grant_type", "password",
            "client_id", "dakenh-cli",
            "scope", "openid",
            "username", email,
            "password", password));
  }

  private Answer token(Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        "POST",
        "/auth/realms/dakenh/protocol/openid-connect/token",
        request ->
            request
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
  }

  /** Reads; without a token when it is null. */
  public Answer get(@Nullable String token, String path) {
    return send("GET", path, request -> authorised(request, token).GET());
  }

  /** Creates or acts; without a token when it is null. */
  public Answer post(@Nullable String token, String path, JsonNode body) {
    return send(
        "POST",
        path,
        request -> withJson(authorised(request, token)).POST(BodyPublishers.ofString(text(body))));
  }

  /** Acts on what still has this entity tag. */
  public Answer post(String token, String path, @Nullable String entityTag, JsonNode body) {
    return send(
        "POST",
        path,
        request -> {
          withJson(authorised(request, token)).POST(BodyPublishers.ofString(text(body)));
          ifMatch(request, entityTag);
        });
  }

  /** Replaces what still has this entity tag. */
  public Answer put(String token, String path, @Nullable String entityTag, JsonNode body) {
    return send(
        "PUT",
        path,
        request -> {
          withJson(authorised(request, token)).PUT(BodyPublishers.ofString(text(body)));
          ifMatch(request, entityTag);
        });
  }

  /** Sends a file as it is. */
  public Answer upload(String token, String path, byte[] file) {
    return send(
        "POST",
        path,
        request ->
            authorised(request, token)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(file)));
  }

  /** Any method; without a token or a body when they are null. */
  public Answer call(
      String method,
      @Nullable String token,
      String path,
      @Nullable String entityTag,
      @Nullable JsonNode body) {
    return send(
        method,
        path,
        request -> {
          authorised(request, token)
              .method(
                  method,
                  body == null
                      ? BodyPublishers.noBody()
                      : BodyPublishers.ofString(text(body), StandardCharsets.UTF_8));
          if (body != null) {
            withJson(request);
          }
          ifMatch(request, entityTag);
        });
  }

  private static void ifMatch(HttpRequest.Builder request, @Nullable String entityTag) {
    if (entityTag != null) {
      request.header("If-Match", entityTag);
    }
  }

  private static HttpRequest.Builder authorised(
      HttpRequest.Builder request, @Nullable String token) {
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private static HttpRequest.Builder withJson(HttpRequest.Builder request) {
    return request.header("Content-Type", "application/json");
  }

  private Answer send(String method, String path, Consumer<HttpRequest.Builder> fill) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(origin.resolve(path)).timeout(ANSWER_LIMIT);
    fill.accept(request);
    String name = method + " " + path;
    try {
      HttpResponse<String> response =
          http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(
          name,
          response.statusCode(),
          parsed(response.body()),
          response.body(),
          response.headers().firstValue("ETag").orElse(null));
    } catch (IOException e) {
      throw new SuiteException(name + " was not answered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SuiteException(name + " was interrupted", e);
    }
  }

  /** A body that is not JSON is there as text only. */
  private static JsonNode parsed(String body) {
    try {
      return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private static String text(JsonNode body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new SuiteException("not JSON", e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
