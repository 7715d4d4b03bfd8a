package io.dakenh.channels.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.channels.event.Draft;
import io.dakenh.channels.event.EventReader;
import io.dakenh.channels.event.Incoming;
import io.dakenh.channels.event.Incoming.Type;
import io.dakenh.channels.event.Nodes;
import io.dakenh.channels.provider.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Deliveries of Zalo: one event each. */
@ApplicationScoped
class ZaloEvents implements EventReader {
  private static final Logger LOG = Logger.getLogger(ZaloEvents.class);

  @Override
  public Kind kind() {
    return Kind.ZALO;
  }

  @Override
  public List<Incoming> read(JsonNode delivery) {
    try {
      Incoming event = event(delivery);
      return event == null ? List.of() : List.of(event);
    } catch (RuntimeException unreadable) {
      LOG.warnf("a Zalo event could not be read: %s", unreadable.toString());
      return List.of();
    }
  }

  private static @Nullable Incoming event(JsonNode event) {
    String name = Nodes.text(event, "event_name", "");
    String sender = party(event, "sender");
    String recipient = party(event, "recipient");
    String at = Nodes.text(event, "timestamp", "0");
    long time = Nodes.number(event, "timestamp", 0);
    JsonNode message = event.path("message");
    if (name.isEmpty() || name.contains("_group") || event.has("group_id")) {
      return null;
    }
    if (name.startsWith("user_send_") || name.startsWith("anonymous_send_")) {
      return ZaloMessages.message(
          new Draft(recipient, sender, time).is(Type.MESSAGE, key(name, recipient, message, at)),
          name,
          message);
    }
    if (name.startsWith("oa_send_") && !name.endsWith("_consent")) {
      return ZaloMessages.message(
          new Draft(sender, recipient, time)
              .is(Type.ECHO, key(name, sender, message, at))
              .author(Nodes.text(event.path("sender"), "admin_id")),
          name,
          message);
    }
    String oa = Nodes.text(event, "oa_id", "");
    String follower = Nodes.text(event.path("follower"), "id", "");
    return switch (name) {
      case "user_received_message" -> {
        String id = Nodes.text(message, "msg_id", Nodes.text(event, "msg_id", ""));
        yield new Draft(sender, recipient, time)
            .is(Type.DELIVERED, name + ":" + id)
            .messages(List.of(id))
            .done();
      }
      case "user_seen_message" -> {
        List<String> ids = Nodes.texts(message, "msg_ids");
        yield new Draft(sender, recipient, time)
            .is(Type.READ, name + ":" + String.join(",", ids))
            .messages(ids)
            .done();
      }
      case "user_reacted_message", "oa_reacted_message" -> {
        boolean user = name.startsWith("user");
        String id = Nodes.text(message, "msg_id", "");
        yield new Draft(user ? recipient : sender, user ? sender : recipient, time)
            .is(Type.REACTED, name + ":" + sender + ":" + id + ":" + at)
            .message(id)
            .emoji(ZaloMessages.emoji(Nodes.text(message, "react_icon")))
            .author(user ? null : "oa")
            .done();
      }
      case "follow", "unfollow" ->
          new Draft(oa, follower, time)
              .is(
                  "follow".equals(name) ? Type.FOLLOWED : Type.UNFOLLOWED,
                  name + ":" + follower + ":" + at)
              .kind(name)
              .payload(Nodes.text(event, "source"))
              .done();
      case "user_click_chatnow" -> {
        String user = Nodes.text(event, "user_id", "");
        yield new Draft(oa, user, time)
            .is(Type.FOLLOWED, name + ":" + user + ":" + at)
            .kind("notice")
            .payload(name)
            .done();
      }
      case "user_submit_info" ->
          ZaloMessages.shared(
              new Draft(recipient, sender, time).is(Type.MESSAGE, name + ":" + sender + ":" + at),
              event.path("info"),
              name + ":" + at);
      case "user_withdraw" -> {
        String user = sender.isEmpty() ? Nodes.text(event, "user_id", "") : sender;
        yield new Draft(recipient.isEmpty() ? oa : recipient, user, time)
            .is(Type.ERASE, name + ":" + user + ":" + at)
            .done();
      }
      default -> other(event, name, sender, recipient, oa, at);
    };
  }

  /** Kept as a notice where it is about somebody: calls, feedback, what Zalo invents next. */
  private static @Nullable Incoming other(
      JsonNode event, String name, String sender, String recipient, String oa, String at) {
    String user = Nodes.text(event, "user_id", Nodes.text(event.path("data"), "user_id", ""));
    String account = !oa.isEmpty() ? oa : name.startsWith("oa_") ? sender : recipient;
    String customer = !user.isEmpty() ? user : name.startsWith("oa_") ? recipient : sender;
    if (account.isEmpty() || customer.isEmpty()) {
      LOG.infof("Zalo event %s is about nobody", name);
      return null;
    }
    return new Draft(account, customer, Nodes.number(event, "timestamp", 0))
        .is(Type.NOTICE, name + ":" + customer + ":" + at)
        .kind("notice")
        .payload(name)
        .done();
  }

  private static String key(String name, String oa, JsonNode message, String at) {
    String id = Nodes.text(message, "msg_id");
    return name + ":" + (id == null ? oa + ":" + at : id);
  }

  /** An object with an id, or, for template deliveries, the id itself. */
  private static String party(JsonNode event, String field) {
    JsonNode party = event.path(field);
    return party.isObject() ? Nodes.text(party, "id", "") : Nodes.text(event, field, "");
  }
}
