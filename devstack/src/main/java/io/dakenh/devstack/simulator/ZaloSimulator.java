package io.dakenh.devstack.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Zalo's token endpoint and OA API: failures come with status 200 and an error number. */
final class ZaloSimulator {
  private static final int INVALID_TOKEN = -216;
  private static final int BAD_PROOF = -242;
  private static final int GRANT_REFUSED = -14002;
  private static final int REFRESH_TOKEN_USED = -14020;

  private final Map<String, Oa> byAccessToken = new ConcurrentHashMap<>();
  private final Map<String, Oa> byRefreshToken = new ConcurrentHashMap<>();
  private volatile int failingStatus;

  /**
   * An Official Account that granted our app something.
   *
   * @param error answer to its access token instead of the account, 0 for none
   */
  record Oa(String id, String name, int error) {}

  void seed(String accessToken, @Nullable String refreshToken, Oa oa) {
    byAccessToken.put(accessToken, oa);
    if (refreshToken != null) {
      byRefreshToken.put(refreshToken, oa);
    }
  }

  /** Answers everything with this status; 0 works again. */
  void fail(int status) {
    failingStatus = status;
  }

  void handle(HttpExchange exchange) throws IOException {
    if (failingStatus != 0) {
      Answers.json(exchange, failingStatus, Map.of());
      return;
    }
    switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
      case "POST /zalo/v4/oa/access_token" -> token(exchange);
      case "GET /zalo/v2.0/oa/getoa" -> getOa(exchange);
      default -> Answers.json(exchange, 404, error(-404, "Not found"));
    }
  }

  /** A refresh token is used up by being used; the access token before it dies. */
  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> form = Answers.parameters(Answers.body(exchange));
    String secret = exchange.getRequestHeaders().getFirst("secret_key");
    if (!ProviderSimulators.ZALO_APP_SECRET.equals(secret)
        || !ProviderSimulators.ZALO_APP_ID.equals(form.get("app_id"))
        || !"refresh_token".equals(form.get("grant_type"))) {
      Answers.json(exchange, 200, refusal(GRANT_REFUSED, "Invalid app or grant"));
      return;
    }
    Oa oa = byRefreshToken.remove(form.getOrDefault("refresh_token", ""));
    if (oa == null) {
      Answers.json(exchange, 200, refusal(REFRESH_TOKEN_USED, "Invalid refresh token"));
      return;
    }
    byAccessToken.values().removeIf(oa::equals);
    String access = "SIM-AT-" + UUID.randomUUID();
    String refresh = "SIM-RT-" + UUID.randomUUID();
    seed(access, refresh, oa);
    Answers.json(
        exchange,
        200,
        Map.of("access_token", access, "refresh_token", refresh, "expires_in", "90000"));
  }

  private void getOa(HttpExchange exchange) throws IOException {
    String token = exchange.getRequestHeaders().getFirst("access_token");
    String proof = exchange.getRequestHeaders().getFirst("appsecret_proof");
    Oa oa = token == null ? null : byAccessToken.get(token);
    if (oa == null || token == null) {
      Answers.json(exchange, 200, error(INVALID_TOKEN, "Access token is invalid"));
    } else if (proof != null && !proof.equals(proof(token))) {
      Answers.json(exchange, 200, error(BAD_PROOF, "appsecret_proof is invalid"));
    } else if (oa.error() != 0) {
      Answers.json(exchange, 200, error(oa.error(), "Refused"));
    } else {
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("oa_id", oa.id());
      data.put("name", oa.name());
      data.put("is_verified", true);
      data.put("avatar", "https://cdn.example.test/oa.png");
      Answers.json(exchange, 200, Map.of("error", 0, "message", "Success", "data", data));
    }
  }

  private static String proof(String token) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(
              ProviderSimulators.ZALO_APP_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(token.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Map<String, Object> error(int code, String message) {
    return Map.of("error", code, "message", message);
  }

  private static Map<String, Object> refusal(int code, String name) {
    return Map.of("error", code, "error_name", name, "error_description", name);
  }
}
