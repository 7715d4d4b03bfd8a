package io.dakenh.devstack.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.dakenh.devstack.simulator.FacebookSimulator.PageToken;
import io.dakenh.devstack.simulator.ZaloSimulator.Oa;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What real providers do not have: {@code POST /_control/facebook/tokens} and {@code
 * /_control/zalo/tokens} make tokens known, {@code POST /_control/facebook/fault} and {@code
 * /_control/zalo/fault} with {@code {"status": 503}} break the provider until a status of 0.
 */
final class Control {
  private final FacebookSimulator facebook;
  private final ZaloSimulator zalo;

  Control(FacebookSimulator facebook, ZaloSimulator zalo) {
    this.facebook = facebook;
    this.zalo = zalo;
  }

  void handle(HttpExchange exchange) throws IOException {
    JsonNode order = Answers.JSON.readTree(exchange.getRequestBody());
    switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
      case "POST /_control/facebook/tokens" ->
          facebook.seed(
              order.path("token").asText(),
              new PageToken(
                  order.path("pageId").asText(),
                  texts(order.path("scopes")),
                  lists(order.path("chosenPages")),
                  order.path("errorCode").asInt()));
      case "POST /_control/zalo/tokens" ->
          zalo.seed(
              order.path("accessToken").asText(),
              text(order.path("refreshToken")),
              new Oa(
                  order.path("oaId").asText(),
                  order.path("name").asText(),
                  order.path("error").asInt()));
      case "POST /_control/facebook/fault" -> facebook.fail(order.path("status").asInt());
      case "POST /_control/zalo/fault" -> zalo.fail(order.path("status").asInt());
      default -> {
        Answers.json(exchange, 404, Map.of("error", "no such order"));
        return;
      }
    }
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() ? node.asText() : null;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  private static Map<String, List<String>> lists(JsonNode object) {
    Map<String, List<String>> lists = new HashMap<>();
    object.properties().forEach(entry -> lists.put(entry.getKey(), texts(entry.getValue())));
    return lists;
  }
}
