package io.dakenh.devstack.simulator.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.devstack.simulator.core.Customer;
import io.dakenh.devstack.simulator.core.Customer.Line;
import io.dakenh.devstack.simulator.core.Views;
import io.dakenh.devstack.simulator.core.World;
import io.dakenh.devstack.simulator.zalo.OaBook.Oa;
import io.dakenh.devstack.simulator.zalo.OaDeliveries.Signature;
import java.time.Instant;
import java.util.Locale;

/**
 * What customers of OAs do: {@code {account, customer, name?, act, text?, kind?, id?, …}}; acts are
 * text, media, location, follow, unfollow, chat-now, share-contact, reaction, read, elsewhere,
 * anonymous, withdraw, block, unblock, hide-profile, raw, probe, charged-error, free-replies,
 * drop-tokens.
 */
final class OaCustomers {
  private final OaBook book;
  private final World world;
  private final OaDeliveries deliveries;

  OaCustomers(OaBook book, World world, OaDeliveries deliveries) {
    this.book = book;
    this.world = world;
    this.deliveries = deliveries;
  }

  JsonNode act(JsonNode order) {
    Oa oa = book.known(order.path("account").asText());
    Customer customer =
        book.customer(
            oa,
            order.path("customer").asText("6600000000000000001"),
            order.path("name").asText("Lan"));
    switch (order.path("act").asText()) {
      case "block" -> customer.block(true);
      case "unblock" -> customer.block(false);
      case "hide-profile" -> customer.hideProfile();
      case "charged-error" -> oa.chargedError = order.path("code").asInt();
      case "free-replies" -> customer.limitReplies(order.path("count").asInt());
      case "drop-tokens" -> book.dropAccess(oa);
      case "probe" -> deliveries.raw(oa.id, "{}", "", Signature.NONE);
      case "raw" ->
          deliveries.raw(
              oa.id,
              order.path("body").asText(),
              order.path("timestamp").asText(),
              Signature.valueOf(
                  order
                      .path("signature")
                      .asText("right")
                      .toUpperCase(Locale.ROOT)
                      .replace('-', '_')));
      default -> {
        return World.object().put("id", event(oa, customer, order));
      }
    }
    return World.object().put("done", true);
  }

  private String event(Oa oa, Customer customer, JsonNode order) {
    String act = order.path("act").asText();
    String id = order.path("id").asText("c" + world.nextId());
    String text = order.path("text").asText();
    Instant now = world.clock().instant();
    ObjectNode event =
        switch (act) {
          case "text" -> message(oa, customer, "user_send_text", id, text, order);
          case "media" -> media(oa, customer, id, order);
          case "location" -> {
            ObjectNode made = message(oa, customer, "user_send_location", id, "", order);
            attachment(made, "location")
                .putObject("coordinates")
                .put("latitude", "10.7769")
                .put("longitude", "106.7009");
            yield made;
          }
          case "anonymous" -> {
            ObjectNode made = message(oa, customer, "anonymous_send_text", id, text, order);
            ((ObjectNode) made.path("message"))
                .put("conversation_id", order.path("conversation").asText("conv-77"));
            yield made;
          }
          case "elsewhere" -> {
            ObjectNode made = receipt(oa, customer, "oa_send_text");
            ((ObjectNode) made.path("sender")).put("admin_id", "8800000000000000001");
            made.putObject("message").put("msg_id", id).put("text", text);
            yield made;
          }
          case "follow", "unfollow" -> {
            ObjectNode made = deliveries.event(act).put("oa_id", oa.id).put("source", "oa_profile");
            made.putObject("follower").put("id", customer.id());
            yield made;
          }
          case "chat-now" ->
              deliveries
                  .event("user_click_chatnow")
                  .put("oa_id", oa.id)
                  .put("user_id", customer.id());
          case "share-contact" -> {
            ObjectNode made = parties(deliveries.event("user_submit_info"), customer.id(), oa.id);
            made.putObject("info")
                .put("name", customer.name())
                .put("phone", "84900000000")
                .put("full_address", "1 Đường Thử");
            yield made;
          }
          case "reaction" -> {
            ObjectNode made =
                parties(deliveries.event("user_reacted_message"), customer.id(), oa.id);
            made.putObject("message").put("msg_id", id).put("react_icon", "/-heart");
            yield made;
          }
          case "read" -> {
            ObjectNode made = receipt(oa, customer, "user_seen_message");
            ArrayNode ids = made.putObject("message").putArray("msg_ids");
            customer.lines().stream()
                .filter(line -> !line.mine())
                .forEach(line -> ids.add(line.id()));
            yield made;
          }
          case "withdraw" -> parties(deliveries.event("user_withdraw"), customer.id(), oa.id);
          default -> throw new IllegalArgumentException("no such act: " + act);
        };
    boolean theirs = !"elsewhere".equals(act) && !"read".equals(act) && !"unfollow".equals(act);
    if (theirs) {
      customer.acted(now);
    }
    if (event.path("event_name").asText().contains("_send_")) {
      customer.add(new Line(id, theirs, text, act, now));
    }
    deliveries.deliver(oa.id, event);
    return id;
  }

  private ObjectNode message(
      Oa oa, Customer customer, String name, String id, String text, JsonNode order) {
    ObjectNode event = parties(deliveries.event(name), customer.id(), oa.id);
    ObjectNode message = event.putObject("message").put("msg_id", id);
    if (!text.isEmpty()) {
      message.put("text", text);
    }
    if (order.has("to")) {
      message.put("quote_msg_id", order.path("to").asText());
    }
    return event;
  }

  private ObjectNode media(Oa oa, Customer customer, String id, JsonNode order) {
    String kind = order.path("kind").asText("image");
    ObjectNode event =
        message(oa, customer, "user_send_" + kind, id, order.path("text").asText(), order);
    String url = order.has("url") ? order.path("url").asText() : world.files().sample(kind);
    ObjectNode payload = attachment(event, kind).put("url", url);
    if ("file".equals(kind)) {
      payload.put("name", "bang-gia.pdf").put("size", "48213").put("type", "pdf");
    } else if ("sticker".equals(kind)) {
      payload.put("id", "4821");
    } else {
      payload.put("thumbnail", url);
    }
    return event;
  }

  private static ObjectNode attachment(ObjectNode event, String kind) {
    return ((ObjectNode) event.path("message"))
        .putArray("attachments")
        .addObject()
        .put("type", kind)
        .putObject("payload");
  }

  /** Receipts and echoes have the OA as their sender. */
  private ObjectNode receipt(Oa oa, Customer customer, String name) {
    return parties(deliveries.event(name), oa.id, customer.id());
  }

  private static ObjectNode parties(ObjectNode event, String sender, String recipient) {
    event.putObject("sender").put("id", sender);
    event.putObject("recipient").put("id", recipient);
    return event;
  }

  JsonNode view() {
    ArrayNode all = World.object().putArray("accounts");
    for (Oa oa : book.oas()) {
      all.addObject()
          .put("id", oa.id)
          .put("name", oa.name)
          .set("customers", Views.customers(oa.customers.values()));
    }
    return all;
  }
}
