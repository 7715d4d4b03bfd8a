package io.dakenh.channels.zalo;

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
import java.util.Map;
import java.util.stream.Collectors;

/** Calls of Zalo's hosts: the token in a header of its own, its proof beside it. */
@ApplicationScoped
class ZaloApi {
  static final ObjectMapper JSON = new ObjectMapper();

  private final ProviderHttp http;
  private final ChannelsConfig.Zalo config;

  @Inject
  ZaloApi(ProviderHttp http, ChannelsConfig config) {
    this.http = http;
    this.config = config.zalo();
  }

  /** A read whose arguments are JSON in the parameter {@code data}. */
  Answer get(String path, String token, JsonNode data) {
    String query = data.isEmpty() ? "" : "?data=" + encoded(data.toString());
    return http.call(request(path + query, token).GET().build());
  }

  Answer post(String path, String token, JsonNode body) {
    return http.call(
        request(path, token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8))
            .build());
  }

  Answer post(String path, String token, Multipart body) {
    return http.call(
        request(path, token)
            .header("Content-Type", body.contentType())
            .POST(BodyPublishers.ofByteArray(body.body()))
            .build());
  }

  /** The token endpoint. */
  Answer token(Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(one -> one.getKey() + "=" + encoded(one.getValue()))
            .collect(Collectors.joining("&"));
    return http.call(
        HttpRequest.newBuilder(URI.create(config.oauthUrl() + "/v4/oa/access_token"))
            .timeout(ProviderHttp.PATIENCE)
            .header("secret_key", config.appSecret().orElseThrow())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build());
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(URI.create(config.apiUrl() + path))
        .timeout(ProviderHttp.PATIENCE)
        .header("access_token", token)
        .header("appsecret_proof", Signatures.proof(config.appSecret().orElse(""), token));
  }
}
