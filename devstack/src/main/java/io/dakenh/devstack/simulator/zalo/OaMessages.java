package io.dakenh.devstack.simulator.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.devstack.simulator.core.Customer;
import io.dakenh.devstack.simulator.core.Customer.Line;
import io.dakenh.devstack.simulator.core.Reply;
import io.dakenh.devstack.simulator.core.Request;
import io.dakenh.devstack.simulator.core.World;
import io.dakenh.devstack.simulator.zalo.OaBook.Oa;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Consultation messages: free for two days, charged for a week, then refused. */
final class OaMessages {
  private static final Duration FREE = Duration.ofHours(48);
  private static final Duration CHARGED = Duration.ofDays(7);
  private static final int LONGEST = 2000;
  private static final int TYPE_UNSUPPORTED = -233;
  private static final int INVALID = -201;
  private static final int TOO_LONG = -210;
  private static final int UPLOAD_EXPIRED = -100;
  private static final int UNREACHABLE = -213;
  private static final int CLOSED = -230;
  private static final int NO_QUOTA = -211;
  private static final int NO_REPLIES = -218;

  private final World world;
  private final OaApi api;
  private final OaDeliveries deliveries;

  OaMessages(World world, OaApi api, OaDeliveries deliveries) {
    this.world = world;
    this.api = api;
    this.deliveries = deliveries;
  }

  private record Content(String kind, String shown, @Nullable String url) {}

  Reply send(Request request) {
    return api.with(request, oa -> send(oa, request.json()));
  }

  private Reply send(Oa oa, JsonNode body) {
    JsonNode recipient = body.path("recipient");
    boolean anonymous = recipient.has("anonymous_id");
    String id = recipient.path(anonymous ? "anonymous_id" : "user_id").asText();
    Customer customer = oa.customers.get(id);
    JsonNode message = body.path("message");
    if (message.path("text").asText().length() > LONGEST) {
      return ZaloSimulator.error(TOO_LONG, "text is too long");
    }
    Content content = content(message);
    if (content == null) {
      return ZaloSimulator.error(
          message.has("attachment") && uploads(message) ? UPLOAD_EXPIRED : TYPE_UNSUPPORTED,
          "message is not supported");
    }
    if (customer == null) {
      return ZaloSimulator.error(INVALID, "user_id is invalid");
    }
    if (customer.blocked()) {
      return ZaloSimulator.error(UNREACHABLE, "User has not followed the OA");
    }
    Instant last = customer.lastActed();
    Duration since = last == null ? CHARGED : Duration.between(last, world.clock().instant());
    if (since.compareTo(CHARGED) >= 0) {
      return ZaloSimulator.error(CLOSED, "User has not interacted in the past 7 days");
    }
    boolean charged = since.compareTo(FREE) > 0;
    if (charged && oa.chargedError != 0) {
      return ZaloSimulator.error(oa.chargedError, "Zalo Cloud Account");
    }
    if (charged && oa.quota.get() <= 0) {
      return ZaloSimulator.error(NO_QUOTA, "Out of quota");
    }
    Integer freeLeft = customer.repliesLeft();
    if (!charged && freeLeft != null && freeLeft == 0) {
      return ZaloSimulator.error(NO_REPLIES, "Out of free replies");
    }
    if (charged) {
      oa.quota.decrementAndGet();
    } else {
      customer.replied();
    }
    return OaApi.success(sent(oa, customer, content, charged, anonymous));
  }

  private Map<String, Object> sent(
      Oa oa, Customer customer, Content content, boolean charged, boolean anonymous) {
    String id = "z" + world.nextId();
    customer.add(new Line(id, false, content.shown(), content.kind(), world.clock().instant()));
    ObjectNode echo =
        deliveries.event("oa_send_" + (anonymous ? "anonymous_" : "") + content.kind());
    echo.putObject("sender").put("id", oa.id);
    echo.putObject("recipient").put("id", customer.id());
    ObjectNode told = echo.putObject("message").put("msg_id", id);
    if (content.url() == null) {
      told.put("text", content.shown());
    } else {
      told.putArray("attachments")
          .addObject()
          .put("type", content.kind())
          .putObject("payload")
          .put("url", content.url());
    }
    deliveries.deliver(oa.id, echo);
    ObjectNode received = deliveries.event("user_received_message");
    received.putObject("sender").put("id", oa.id);
    received.putObject("recipient").put("id", customer.id());
    received.putObject("message").put("msg_id", id);
    deliveries.deliver(oa.id, received);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("message_id", id);
    data.put("user_id", customer.id());
    Integer left = charged ? Integer.valueOf(oa.quota.get()) : customer.repliesLeft();
    if (left != null) {
      // Free messages have no count since 2026 unless the OA's package has one.
      data.put(
          "quota",
          Map.of(
              "quota_type",
              charged ? "sub_quota" : "reply",
              "owner_type",
              "OA",
              "owner_id",
              oa.id,
              "remain",
              left));
    }
    return data;
  }

  private static boolean uploads(JsonNode message) {
    JsonNode payload = message.path("attachment").path("payload");
    return payload.has("token") || payload.path("elements").path(0).has("attachment_id");
  }

  /** Null for what is not supported. */
  private @Nullable Content content(JsonNode message) {
    JsonNode attachment = message.path("attachment");
    JsonNode payload = attachment.path("payload");
    if (attachment.isMissingNode()) {
      String text = message.path("text").asText();
      return text.isEmpty() ? null : new Content("text", text, null);
    }
    if ("file".equals(attachment.path("type").asText())) {
      OaApi.Upload upload = api.uploaded(payload.path("token").asText());
      return upload == null ? null : new Content("file", upload.url(), upload.url());
    }
    if (!"media".equals(payload.path("template_type").asText())) {
      return null;
    }
    JsonNode element = payload.path("elements").path(0);
    String kind = element.path("media_type").asText("image");
    if (element.has("url")) {
      return new Content(kind, element.path("url").asText(), element.path("url").asText());
    }
    OaApi.Upload upload = api.uploaded(element.path("attachment_id").asText());
    return upload == null ? null : new Content(kind, upload.url(), upload.url());
  }
}
