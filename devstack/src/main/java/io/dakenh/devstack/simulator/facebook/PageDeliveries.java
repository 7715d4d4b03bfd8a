package io.dakenh.devstack.simulator.facebook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.devstack.simulator.core.Deliverer.Delivery;
import io.dakenh.devstack.simulator.core.Signing;
import io.dakenh.devstack.simulator.core.World;
import io.dakenh.devstack.simulator.facebook.Book.Page;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Deliveries of Pages: escaped like Facebook's, signed over exactly those bytes. */
final class PageDeliveries {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int FIRST_ESCAPED = 0x7F;

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ZERO,
          Duration.ZERO,
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofHours(28));

  private final World world;
  private final String appSecret;

  PageDeliveries(World world, String appSecret) {
    this.world = world;
    this.appSecret = appSecret;
  }

  /** One item of {@code messaging}, if the Page is subscribed to its field. */
  void messaging(Page page, String field, ObjectNode item) {
    if (page.subscribed.contains(field)) {
      ObjectNode entry = entry(page, world.clock().millis());
      entry.putArray("messaging").add(item);
      deliver(page, entry);
    }
  }

  /** One change of the Page's feed. */
  void feed(Page page, ObjectNode value) {
    if (page.subscribed.contains("feed")) {
      ObjectNode entry = entry(page, world.clock().millis() / 1000);
      ArrayNode changes = entry.putArray("changes");
      ObjectNode change = changes.addObject().put("field", "feed");
      change.set("value", value);
      deliver(page, entry);
    }
  }

  private static ObjectNode entry(Page page, long time) {
    return World.object().put("id", page.id).put("time", time);
  }

  private void deliver(Page page, ObjectNode entry) {
    ObjectNode whole = World.object().put("object", "page");
    whole.putArray("entry").add(entry);
    raw(page.id, escaped(whole.toString()), appSecret);
  }

  /** Delivers bytes as they are, signed with any secret; an empty one signs nothing. */
  void raw(String account, byte[] body, String secret) {
    String url = world.settings().getOrDefault("facebookWebhook", "");
    if (!url.isEmpty()) {
      world
          .deliverer()
          .deliver(
              new Delivery(
                  "facebook",
                  account,
                  url,
                  body,
                  PATIENCE,
                  PAUSES,
                  start -> signed(start, body, secret)));
    }
  }

  private static Map<String, String> signed(Map<String, String> start, byte[] body, String secret) {
    Map<String, String> headers = new HashMap<>(start);
    if (!secret.isEmpty()) {
      headers.put("X-Hub-Signature-256", "sha256=" + Signing.hmac("HmacSHA256", secret, body));
      headers.put("X-Hub-Signature", "sha1=" + Signing.hmac("HmacSHA1", secret, body));
    }
    return headers;
  }

  /** Everything beyond ASCII as backslash-u, slashes as backslash-slash. */
  static byte[] escaped(String json) {
    StringBuilder out = new StringBuilder(json.length() + 32);
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c >= FIRST_ESCAPED) {
        out.append("\\u%04x".formatted((int) c));
      } else if (c == '/') {
        out.append("\\/");
      } else {
        out.append(c);
      }
    }
    return out.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
