package io.dakenh.devstack.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The Graph API: any version segment is taken and reported back. */
final class FacebookSimulator {
  private static final int INVALID_TOKEN = 190;
  private static final int UNKNOWN_PATH = 2500;
  private static final int INVALID_PARAMETER = 100;

  private final Map<String, PageToken> tokens = new ConcurrentHashMap<>();
  private volatile int failingStatus;

  /**
   * A token of a Page.
   *
   * @param errorCode why it is dead, 0 while it lives
   * @param chosenPages per scope the Pages the person ticked; a scope without an entry covers all
   */
  record PageToken(
      String pageId, List<String> scopes, Map<String, List<String>> chosenPages, int errorCode) {}

  void seed(String token, PageToken facts) {
    tokens.put(token, facts);
  }

  /** Answers everything with this status; 0 works again. */
  void fail(int status) {
    failingStatus = status;
  }

  void handle(HttpExchange exchange) throws IOException {
    if (failingStatus != 0) {
      Answers.json(exchange, failingStatus, error(2, "An unexpected error has occurred."));
      return;
    }
    String[] path = exchange.getRequestURI().getPath().split("/", -1);
    Map<String, String> parameters = Answers.parameters(exchange.getRequestURI().getRawQuery());
    if (path.length > 2) {
      exchange.getResponseHeaders().set("facebook-api-version", path[2]);
    }
    if (parameters.containsKey("method") || parameters.containsKey("callback")) {
      Answers.json(exchange, 400, error(INVALID_PARAMETER, "A legacy behaviour was removed."));
    } else if (path.length == 4
        && "debug_token".equals(path[3])
        && "GET".equals(exchange.getRequestMethod())) {
      debugToken(exchange, parameters);
    } else {
      Answers.json(exchange, 400, error(UNKNOWN_PATH, "Unknown path components"));
    }
  }

  /** A dead token is told with status 200; only the caller's own token can fail the call. */
  private void debugToken(HttpExchange exchange, Map<String, String> parameters)
      throws IOException {
    String app = ProviderSimulators.FACEBOOK_APP_ID + "|" + ProviderSimulators.FACEBOOK_APP_SECRET;
    if (!app.equals(parameters.get("access_token"))) {
      Answers.json(exchange, 400, error(INVALID_TOKEN, "Invalid OAuth access token."));
      return;
    }
    PageToken token = tokens.get(parameters.getOrDefault("input_token", ""));
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("app_id", ProviderSimulators.FACEBOOK_APP_ID);
    data.put("type", "PAGE");
    data.put("is_valid", token != null && token.errorCode() == 0);
    data.put("expires_at", 0);
    if (token == null) {
      data.put("error", Map.of("code", INVALID_TOKEN, "message", "Malformed access token"));
      data.put("scopes", List.of());
    } else {
      data.put("profile_id", token.pageId());
      data.put("scopes", token.scopes());
      data.put("granular_scopes", granular(token));
      if (token.errorCode() != 0) {
        data.put("error", Map.of("code", token.errorCode(), "message", "The token is dead."));
      }
    }
    Answers.json(exchange, 200, Map.of("data", data));
  }

  private static List<Map<String, Object>> granular(PageToken token) {
    return token.scopes().stream()
        .map(
            scope -> {
              Map<String, Object> granted = new LinkedHashMap<>();
              granted.put("scope", scope);
              if (token.chosenPages().containsKey(scope)) {
                granted.put("target_ids", token.chosenPages().get(scope));
              }
              return granted;
            })
        .toList();
  }

  private static Map<String, Object> error(int code, String message) {
    return Map.of(
        "error",
        Map.of(
            "message",
            message,
            "type",
            "OAuthException",
            "code",
            code,
            "error_subcode",
            0,
            "fbtrace_id",
            "SiMuLaTeD"));
  }
}
