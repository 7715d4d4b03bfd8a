package io.dakenh.channels.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.channels.ChannelsConfig;
import io.dakenh.channels.http.Answer;
import io.dakenh.channels.http.Multipart;
import io.dakenh.channels.http.ProviderHttp;
import io.dakenh.channels.webhook.Signatures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls of the Graph API: the version in the path, the token in a header, its proof beside it. */
@ApplicationScoped
class Graph {
  static final ObjectMapper JSON = new ObjectMapper();

  private final ProviderHttp http;
  private final ChannelsConfig.Facebook config;

  @Inject
  Graph(ProviderHttp http, ChannelsConfig config) {
    this.http = http;
    this.config = config.facebook();
  }

  Answer get(String path, @Nullable String token, Map<String, String> parameters) {
    return http.call(request(path, token, parameters).GET().build());
  }

  Answer delete(String path, String token) {
    return http.call(request(path, token, Map.of()).DELETE().build());
  }

  Answer post(String path, String token, JsonNode body) {
    return http.call(
        request(path, token, Map.of())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8))
            .build());
  }

  Answer post(String path, String token, Map<String, String> parameters) {
    return http.call(request(path, token, parameters).POST(BodyPublishers.noBody()).build());
  }

  Answer post(String path, String token, Multipart body) {
    return http.call(
        request(path, token, Map.of())
            .header("Content-Type", body.contentType())
            .POST(BodyPublishers.ofByteArray(body.body()))
            .build());
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  private HttpRequest.Builder request(
      String path, @Nullable String token, Map<String, String> parameters) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    if (token != null && config.appSecret().isPresent()) {
      all.put("appsecret_proof", Signatures.proof(config.appSecret().get(), token));
    }
    String query =
        all.entrySet().stream()
            .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(
                    config.graphUrl()
                        + "/"
                        + config.version()
                        + "/"
                        + path
                        + (query.isEmpty() ? "" : "?" + query)))
            .timeout(ProviderHttp.PATIENCE);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
