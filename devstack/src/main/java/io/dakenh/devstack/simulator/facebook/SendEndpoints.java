package io.dakenh.devstack.simulator.facebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.devstack.simulator.core.Customer;
import io.dakenh.devstack.simulator.core.Customer.Line;
import io.dakenh.devstack.simulator.core.Reply;
import io.dakenh.devstack.simulator.core.Request;
import io.dakenh.devstack.simulator.core.World;
import io.dakenh.devstack.simulator.facebook.Book.Comment;
import io.dakenh.devstack.simulator.facebook.Book.Page;
import io.dakenh.devstack.simulator.facebook.Book.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Send API: strict about bodies, windows and tokens; tells of what was sent like Facebook. */
final class SendEndpoints {
  private static final Duration WINDOW = Duration.ofHours(24);
  private static final Duration HUMAN_WINDOW = Duration.ofDays(7);
  private static final int INVALID = 100;
  private static final int LONGEST = 2000;
  private static final Set<String> TYPES = Set.of("RESPONSE", "UPDATE", "MESSAGE_TAG", "UTILITY");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Book book;
  private final World world;
  private final PageDeliveries deliveries;
  private final String appId;

  SendEndpoints(Book book, World world, PageDeliveries deliveries, String appId) {
    this.book = book;
    this.world = world;
    this.deliveries = deliveries;
    this.appId = appId;
  }

  Reply message(Request request, String path) {
    Token token = Callers.of(book, request);
    Reply refusal = Callers.refusal(token);
    if (refusal != null || token == null) {
      return refusal == null ? GraphError.of(INVALID, 0, "Denied") : refusal;
    }
    Page page = book.page("me".equals(path) ? token.page() : path);
    if (page == null || !token.page().equals(page.id)) {
      return GraphError.of(INVALID, 33, "Object does not exist");
    }
    if (page.restricted) {
      return GraphError.of(10, 1893063, "Page is temporarily restricted from sending");
    }
    ObjectNode body = body(request);
    JsonNode recipient = body.path("recipient");
    if (body.has("sender_action")) {
      return Reply.json(200, Map.of("recipient_id", recipient.path("id").asText()));
    }
    Reply wrong = wrong(body);
    if (wrong != null) {
      return wrong;
    }
    Customer customer = customer(page, recipient);
    if (customer == null) {
      return GraphError.of(INVALID, 2018001, "No matching user found");
    }
    if (customer.blocked()) {
      return GraphError.of(551, 0, "This person isn't available right now.");
    }
    boolean toComment = recipient.has("comment_id");
    Reply closed = toComment ? answered(recipient) : window(customer, body);
    if (closed != null) {
      return closed;
    }
    String mid = "m_SIM" + world.nextId();
    sent(page, customer, mid, body, request);
    Reply reply = Reply.json(200, Map.of("recipient_id", customer.id(), "message_id", mid));
    return page.usage.isEmpty() ? reply : reply.with("X-Business-Use-Case-Usage", page.usage);
  }

  private static ObjectNode body(Request request) {
    if (!request.multipart()) {
      return request.json().isObject() ? (ObjectNode) request.json() : World.object();
    }
    ObjectNode body = World.object();
    request
        .parts()
        .forEach(
            (name, part) -> {
              if ("message".equals(name) || "recipient".equals(name)) {
                try {
                  body.set(name, JSON.readTree(part.text()));
                } catch (JsonProcessingException notJson) {
                  body.put(name, part.text());
                }
              } else if (!"filedata".equals(name)) {
                body.put(name, part.text());
              }
            });
    return body;
  }

  private static @Nullable Reply wrong(JsonNode body) {
    JsonNode message = body.path("message");
    String type = body.path("messaging_type").asText();
    if (!TYPES.contains(type)) {
      return GraphError.of(INVALID, 0, "messaging_type must be given");
    }
    if ("MESSAGE_TAG".equals(type) && !"HUMAN_AGENT".equals(body.path("tag").asText())) {
      return GraphError.of(INVALID, 0, "This message tag was retired");
    }
    if (message.has("text") == message.has("attachment")) {
      return GraphError.of(INVALID, 0, "Either text or one attachment");
    }
    return message.path("text").asText().length() > LONGEST
        ? GraphError.of(INVALID, 0, "Length of param message[text] must be at most 2000")
        : null;
  }

  private @Nullable Customer customer(Page page, JsonNode recipient) {
    if (recipient.has("comment_id")) {
      Comment comment = book.comment(recipient.path("comment_id").asText());
      return comment == null ? null : book.customer(page, "71" + comment.from(), comment.from());
    }
    return page.customers.get(recipient.path("id").asText());
  }

  private @Nullable Reply answered(JsonNode recipient) {
    Comment comment = book.comment(recipient.path("comment_id").asText());
    if (comment == null || comment.answeredPrivately()) {
      return GraphError.of(10903, 0, "This comment was answered already");
    }
    book.comment(comment.answered());
    return null;
  }

  private @Nullable Reply window(Customer customer, JsonNode body) {
    Instant last = customer.lastActed();
    Duration since = last == null ? HUMAN_WINDOW : Duration.between(last, world.clock().instant());
    boolean tagged = "MESSAGE_TAG".equals(body.path("messaging_type").asText());
    return since.compareTo(tagged ? HUMAN_WINDOW : WINDOW) < 0
        ? null
        : GraphError.of(10, 2018278, "This message is sent outside of allowed window.");
  }

  /** The echo may be there before the answer: it is on its way when the answer is written. */
  private void sent(Page page, Customer customer, String mid, JsonNode body, Request request) {
    JsonNode message = body.path("message");
    long now = world.clock().millis();
    ObjectNode echo = item(page.id, customer.id(), now);
    ObjectNode told =
        echo.putObject("message")
            .put("is_echo", true)
            .put("mid", mid)
            .put("app_id", Long.parseLong(appId));
    if (message.has("metadata")) {
      told.set("metadata", message.path("metadata"));
    }
    String shown = message.path("text").asText();
    String kind = "text";
    if (message.has("text")) {
      told.set("text", message.path("text"));
    } else {
      kind = message.path("attachment").path("type").asText();
      String url = message.path("attachment").path("payload").path("url").asText();
      if (request.multipart() && request.parts().containsKey("filedata")) {
        Request.Part file = request.parts().get("filedata");
        url = world.files().put(file.fileName(), file.mediaType(), file.bytes());
      }
      shown = url;
      told.putArray("attachments")
          .addObject()
          .put("type", kind)
          .putObject("payload")
          .put("url", url);
    }
    customer.add(new Line(mid, false, shown, kind, Instant.ofEpochMilli(now)));
    deliveries.messaging(page, "message_echoes", echo);
    ObjectNode delivered = item(customer.id(), page.id, now);
    delivered.putObject("delivery").put("watermark", now).putArray("mids").add(mid);
    deliveries.messaging(page, "message_deliveries", delivered);
  }

  static ObjectNode item(String sender, String recipient, long time) {
    ObjectNode item = World.object();
    item.putObject("sender").put("id", sender);
    item.putObject("recipient").put("id", recipient);
    return item.put("timestamp", time);
  }
}
