package io.dakenh.devstack.simulator.zalo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.devstack.simulator.core.Deliverer.Delivery;
import io.dakenh.devstack.simulator.core.Signing;
import io.dakenh.devstack.simulator.core.World;
import io.dakenh.devstack.simulator.zalo.ZaloSimulator.App;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Deliveries of OAs: one event each, raw UTF-8, signed as Zalo does. */
final class OaDeliveries {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1));

  private final World world;
  private final App app;

  OaDeliveries(World world, App app) {
    this.world = world;
    this.app = app;
  }

  /** How a delivery is signed. */
  enum Signature {
    RIGHT,
    WRONG,
    NONE,
    WITHOUT_PREFIX
  }

  ObjectNode event(String name) {
    return World.object()
        .put("app_id", app.id())
        .put("user_id_by_app", "5500000000000000001")
        .put("event_name", name)
        .put("timestamp", Long.toString(world.clock().millis()));
  }

  void deliver(String oa, ObjectNode event) {
    String body = event.toString();
    raw(oa, body, event.path("timestamp").asText(), Signature.RIGHT);
  }

  /** Delivers a text as it is. */
  void raw(String oa, String text, String timestamp, Signature signature) {
    String url = world.settings().getOrDefault("zaloWebhook", "");
    if (url.isEmpty()) {
      return;
    }
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    world
        .deliverer()
        .deliver(
            new Delivery(
                "zalo",
                oa,
                url,
                body,
                PATIENCE,
                PAUSES,
                start -> headers(start, body, timestamp, signature)));
  }

  private Map<String, String> headers(
      Map<String, String> start, byte[] body, String timestamp, Signature signature) {
    Map<String, String> headers = new HashMap<>(start);
    headers.put("x-zevent-server", "OA OpenAPI");
    headers.put("User-Agent", "ZaloWebhook");
    String secret = signature == Signature.WRONG ? "another secret" : app.oaSecret();
    String mac =
        Signing.sha256(
            app.id().getBytes(StandardCharsets.UTF_8),
            body,
            timestamp.getBytes(StandardCharsets.UTF_8),
            secret.getBytes(StandardCharsets.UTF_8));
    if (signature != Signature.NONE) {
      headers.put("X-ZEvent-Signature", signature == Signature.WITHOUT_PREFIX ? mac : "mac=" + mac);
    }
    return headers;
  }
}
