package io.dakenh.devstack.simulator.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.devstack.simulator.core.Customer;
import io.dakenh.devstack.simulator.core.Customer.Line;
import io.dakenh.devstack.simulator.core.Signing;
import io.dakenh.devstack.simulator.core.World;
import io.dakenh.devstack.simulator.facebook.Book.Comment;
import io.dakenh.devstack.simulator.facebook.Book.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What customers and people do: {@code {account, customer, name?, act, text?, kind?, id?, …}}; acts
 * are text, media, quick-reply, postback, location, referral, reply, reaction, unreact, edit,
 * delete, read, unsupported, comment, comment-edit, comment-remove, elsewhere, block, unblock,
 * hide-profile, raw, usage, restrict, kill-token, remove-app, delete-data.
 */
final class CustomerActs {
  private final Book book;
  private final World world;
  private final PageDeliveries deliveries;
  private final String appSecret;

  CustomerActs(Book book, World world, PageDeliveries deliveries, String appSecret) {
    this.book = book;
    this.world = world;
    this.deliveries = deliveries;
    this.appSecret = appSecret;
  }

  JsonNode act(JsonNode order) {
    String act = order.path("act").asText();
    Page page = book.known(order.path("account").asText());
    Customer customer =
        book.customer(
            page,
            order.path("customer").asText("7100000000000001"),
            order.path("name").asText("Lan Nguyễn"));
    return switch (act) {
      case "block" -> done(() -> customer.block(true));
      case "unblock" -> done(() -> customer.block(false));
      case "hide-profile" -> done(customer::hideProfile);
      case "usage" -> done(() -> page.usage = order.path("header").asText());
      case "restrict" -> done(() -> page.restricted = order.path("on").asBoolean(true));
      case "kill-token" ->
          done(
              () ->
                  book.kill(page.id, order.path("code").asInt(190), order.path("subcode").asInt()));
      case "remove-app" -> done(this::removeApp);
      case "delete-data" -> signed("dataDeletionUrl");
      case "comment", "comment-edit", "comment-remove" -> comment(page, customer, act, order);
      case "raw" -> raw(page, order);
      default -> messaging(page, customer, act, order);
    };
  }

  private static JsonNode done(Runnable doing) {
    doing.run();
    return World.object().put("done", true);
  }

  private JsonNode messaging(Page page, Customer customer, String act, JsonNode order) {
    Instant now = world.clock().instant();
    ObjectNode item =
        "elsewhere".equals(act)
            ? SendEndpoints.item(page.id, customer.id(), now.toEpochMilli())
            : SendEndpoints.item(customer.id(), page.id, now.toEpochMilli());
    String mid = order.path("id").asText("m_SIM" + world.nextId());
    String text = order.path("text").asText();
    String kind = order.path("kind").asText("image");
    String field = "messages";
    boolean opens = true;
    ObjectNode message = World.object().put("mid", mid);
    switch (act) {
      case "text" -> message.put("text", text);
      case "reply" -> {
        message.put("text", text);
        message.putObject("reply_to").put("mid", order.path("to").asText());
      }
      case "quick-reply" -> {
        message.put("text", text);
        message.putObject("quick_reply").put("payload", order.path("payload").asText());
      }
      case "media" -> attachment(message, kind, order);
      case "location" -> {
        ObjectNode attachment = message.putArray("attachments").addObject().put("type", "location");
        attachment
            .putObject("payload")
            .putObject("coordinates")
            .put("lat", 10.77)
            .put("long", 106.7);
      }
      case "ad" -> {
        message.put("text", text);
        message
            .putObject("referral")
            .put("source", "ADS")
            .put("type", "OPEN_THREAD")
            .put("ad_id", "2300000000001")
            .putObject("ads_context_data")
            .put("ad_title", order.path("title").asText("Sale"));
      }
      case "unsupported" -> message.put("is_unsupported", true);
      case "delete" -> message.put("is_deleted", true);
      case "elsewhere" -> {
        message.put("is_echo", true).put("text", text);
        field = "message_echoes";
        opens = false;
      }
      default -> {
        field = other(item, customer, act, mid, text, order);
        message = null;
        opens = "postback".equals(act);
      }
    }
    if (message != null) {
      item.set("message", message);
    }
    if (opens && !"delete".equals(act)) {
      customer.acted(now);
      customer.add(new Line(mid, true, text, act, now));
    }
    deliveries.messaging(page, field, item);
    return World.object().put("id", mid);
  }

  private String other(
      ObjectNode item, Customer customer, String act, String mid, String text, JsonNode order) {
    long now = world.clock().millis();
    switch (act) {
      case "postback" -> {
        item.putObject("postback")
            .put("mid", mid)
            .put("title", text)
            .put("payload", order.path("payload").asText("GET_STARTED"));
        return "messaging_postbacks";
      }
      case "referral" -> {
        item.putObject("referral").put("ref", text).put("source", "SHORTLINK");
        return "messaging_referrals";
      }
      case "reaction", "unreact" -> {
        ObjectNode reaction =
            item.putObject("reaction")
                .put("mid", mid)
                .put("action", "reaction".equals(act) ? "react" : "unreact");
        if ("reaction".equals(act)) {
          reaction.put("reaction", "love").put("emoji", "❤");
        }
        return "message_reactions";
      }
      case "edit" -> {
        item.putObject("message_edit").put("mid", mid).put("text", text).put("num_edit", 1);
        return "message_edits";
      }
      case "read" -> {
        item.putObject("read").put("watermark", now);
        return "message_reads";
      }
      default -> throw new IllegalArgumentException("no such act: " + act + " of " + customer.id());
    }
  }

  private void attachment(ObjectNode message, String kind, JsonNode order) {
    String url = order.has("url") ? order.path("url").asText() : world.files().sample(kind);
    ObjectNode payload =
        message.putArray("attachments").addObject().put("type", kind).putObject("payload");
    payload.put("url", url);
    if ("sticker".equals(kind)) {
      payload.put("sticker_id", "369000000000001");
    }
    if (order.has("text")) {
      message.put("text", order.path("text").asText());
    }
  }

  private JsonNode comment(Page page, Customer customer, String act, JsonNode order) {
    String id = order.path("id").asText("555_" + world.nextId());
    Comment known = book.comment(id);
    Comment comment =
        new Comment(
            id,
            page.id,
            page.id + "_555",
            order.path("parent").asText(),
            customer.id(),
            order.path("text").asText(),
            false,
            known == null ? world.clock().instant() : known.at(),
            false);
    String verb =
        switch (act) {
          case "comment-edit" -> "edited";
          case "comment-remove" -> "remove";
          default -> "add";
        };
    if ("remove".equals(verb)) {
      book.removeComment(id);
    } else {
      book.comment(comment);
    }
    deliveries.feed(page, CommentEndpoints.value(comment, verb, customer.name()));
    return World.object().put("id", id);
  }

  /** Any bytes, signed as told: {@code signature} right, wrong or none. */
  private JsonNode raw(Page page, JsonNode order) {
    String secret =
        switch (order.path("signature").asText("right")) {
          case "wrong" -> "the secret of another app";
          case "none" -> "";
          default -> appSecret;
        };
    deliveries.raw(page.id, order.path("body").asText().getBytes(StandardCharsets.UTF_8), secret);
    return World.object().put("done", true);
  }

  void removeApp() {
    book.kill("", 190, 458);
    signed("deauthorizeUrl");
  }

  private JsonNode signed(String setting) {
    String url = world.settings().getOrDefault(setting, "");
    if (url.isEmpty()) {
      return World.object().put("done", false);
    }
    String json =
        "{\"user_id\":\"%s\",\"algorithm\":\"HMAC-SHA256\",\"issued_at\":%d}"
            .formatted(Book.PERSON, world.clock().instant().getEpochSecond());
    String form =
        "signed_request="
            + URLEncoder.encode(Signing.signedRequest(appSecret, json), StandardCharsets.UTF_8);
    try (HttpClient http = HttpClient.newHttpClient()) {
      String answer =
          http.send(
                  HttpRequest.newBuilder(URI.create(url))
                      .header("Content-Type", "application/x-www-form-urlencoded")
                      .POST(HttpRequest.BodyPublishers.ofString(form))
                      .build(),
                  BodyHandlers.ofString())
              .body();
      return World.object().put("done", true).put("answer", answer);
    } catch (IOException unanswered) {
      throw new UncheckedIOException(unanswered);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return World.object().put("done", false);
    }
  }

  JsonNode view() {
    ArrayNode all = World.object().putArray("accounts");
    for (Page page : book.pages()) {
      ObjectNode one = all.addObject().put("id", page.id).put("name", page.name);
      one.put("subscribed", !page.subscribed.isEmpty());
      one.set(
          "customers", io.dakenh.devstack.simulator.core.Views.customers(page.customers.values()));
      ArrayNode comments = one.putArray("comments");
      for (Comment comment : book.comments()) {
        if (comment.page().equals(page.id)) {
          comments
              .addObject()
              .put("id", comment.id())
              .put("parent", comment.parent())
              .put("from", comment.from())
              .put("text", comment.text())
              .put("hidden", comment.hidden());
        }
      }
    }
    return all;
  }
}
