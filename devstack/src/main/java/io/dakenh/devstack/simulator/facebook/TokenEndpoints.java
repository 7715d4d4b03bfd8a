package io.dakenh.devstack.simulator.facebook;

import io.dakenh.devstack.simulator.core.Reply;
import io.dakenh.devstack.simulator.core.Request;
import io.dakenh.devstack.simulator.core.World;
import io.dakenh.devstack.simulator.facebook.Book.Code;
import io.dakenh.devstack.simulator.facebook.Book.Token;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Codes and short tokens for longer ones, and what a token is good for. */
final class TokenEndpoints {
  private static final int INVALID_TOKEN = 190;
  private static final int INVALID_PARAMETER = 100;
  private static final Duration DATA_ACCESS = Duration.ofDays(90);

  private final Book book;
  private final World world;
  private final String appId;
  private final String appSecret;

  TokenEndpoints(Book book, World world, String appId, String appSecret) {
    this.book = book;
    this.world = world;
    this.appId = appId;
    this.appSecret = appSecret;
  }

  Reply accessToken(Request request) {
    if (!appId.equals(request.parameter("client_id"))
        || !appSecret.equals(request.parameter("client_secret"))) {
      return GraphError.of(INVALID_PARAMETER, 0, "Error validating client secret.");
    }
    String grant = request.parameter("grant_type");
    if ("client_credentials".equals(grant)) {
      return Reply.json(200, Map.of("access_token", appId + "|" + appSecret));
    }
    if ("fb_exchange_token".equals(grant)) {
      Token shortOne = book.token(request.parameter("fb_exchange_token"));
      return shortOne == null || shortOne.errorCode() != 0
          ? GraphError.of(INVALID_TOKEN, 463, "Error validating access token")
          : issued(
              new Token("", shortOne.scopes(), shortOne.chosen(), 0, 0, true), "EAASIML", 5183944);
    }
    Code code = book.useCode(request.parameter("code"));
    if (code == null
        || !code.redirectUri().equals(request.parameter("redirect_uri"))
        || code.until().isBefore(world.clock().instant())) {
      return GraphError.of(INVALID_PARAMETER, 36009, "This authorization code has been used.");
    }
    return issued(code.token(), "EAASIMS", 5400);
  }

  private Reply issued(Token token, String prefix, int seconds) {
    String text = prefix + world.nextId();
    book.token(text, token);
    return Reply.json(
        200, Map.of("access_token", text, "token_type", "bearer", "expires_in", seconds));
  }

  /** A dead token is told with status 200; only the caller's own token can fail the call. */
  Reply debug(Request request) {
    if (!(appId + "|" + appSecret).equals(request.parameter("access_token"))) {
      return GraphError.of(INVALID_TOKEN, 0, "Invalid OAuth access token.");
    }
    Token token = book.token(request.parameter("input_token"));
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("app_id", appId);
    data.put("type", token == null || !token.page().isEmpty() ? "PAGE" : "USER");
    data.put("application", "Demo");
    data.put("is_valid", token != null && token.errorCode() == 0);
    data.put("expires_at", 0);
    data.put("data_access_expires_at", world.clock().instant().plus(DATA_ACCESS).getEpochSecond());
    data.put("user_id", Book.PERSON);
    if (token == null) {
      data.put("error", Map.of("code", INVALID_TOKEN, "message", "Malformed access token"));
      data.put("scopes", List.of());
    } else {
      data.put("profile_id", token.page());
      data.put("scopes", token.scopes());
      data.put("granular_scopes", granular(token));
      if (token.errorCode() != 0) {
        data.put("error", Map.of("code", token.errorCode(), "message", "The token is dead."));
      }
    }
    return Reply.json(200, Map.of("data", data));
  }

  private static List<Map<String, Object>> granular(Token token) {
    return token.scopes().stream()
        .map(
            scope -> {
              Map<String, Object> granted = new LinkedHashMap<>();
              granted.put("scope", scope);
              if (token.chosen().containsKey(scope)) {
                granted.put("target_ids", token.chosen().get(scope));
              }
              return granted;
            })
        .toList();
  }
}
