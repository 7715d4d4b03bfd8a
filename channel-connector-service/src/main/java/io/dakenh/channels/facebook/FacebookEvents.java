package io.dakenh.channels.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.channels.event.Draft;
import io.dakenh.channels.event.EventReader;
import io.dakenh.channels.event.Incoming;
import io.dakenh.channels.event.Incoming.Type;
import io.dakenh.channels.event.Nodes;
import io.dakenh.channels.provider.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Deliveries of the Messenger Platform and of Page feeds. */
@ApplicationScoped
class FacebookEvents implements EventReader {
  private static final Logger LOG = Logger.getLogger(FacebookEvents.class);

  @Override
  public Kind kind() {
    return Kind.FACEBOOK;
  }

  @Override
  public List<Incoming> read(JsonNode delivery) {
    List<Incoming> events = new ArrayList<>();
    if (!"page".equals(delivery.path("object").asText())) {
      return events;
    }
    for (JsonNode entry : delivery.path("entry")) {
      String page = Nodes.text(entry, "id", "");
      for (String list : List.of("messaging", "standby")) {
        for (JsonNode item : entry.path(list)) {
          add(events, page, () -> messaging(page, item));
        }
      }
      for (JsonNode change : entry.path("changes")) {
        add(events, page, () -> FacebookFeed.change(page, change));
      }
    }
    return events;
  }

  /** One item that cannot be read must not cost us the others. */
  private static void add(
      List<Incoming> events, String page, Supplier<@Nullable Incoming> reading) {
    try {
      Incoming event = reading.get();
      if (event != null) {
        events.add(event);
      }
    } catch (RuntimeException unreadable) {
      LOG.warnf("page %s: an item could not be read: %s", page, unreadable.toString());
    }
  }

  private static @Nullable Incoming messaging(String page, JsonNode item) {
    String customer = customer(page, item);
    if (customer == null) {
      LOG.infof("page %s: an item about nobody: %s", page, other(item));
      return null;
    }
    Draft draft = new Draft(page, customer, Nodes.number(item, "timestamp", 0));
    if (item.has("message")) {
      return FacebookMessages.message(draft, item);
    }
    String at = Nodes.text(item, "timestamp", "");
    if (item.has("message_edit")) {
      JsonNode edit = item.path("message_edit");
      String mid = Nodes.text(edit, "mid", "");
      return draft
          .is(Type.EDITED, "edit:" + mid + ":" + Nodes.text(edit, "num_edit", at))
          .message(mid)
          .text(Nodes.text(edit, "text"))
          .done();
    }
    if (item.has("reaction")) {
      return reaction(draft, customer, item.path("reaction"), at);
    }
    if (item.has("delivery")) {
      JsonNode delivery = item.path("delivery");
      return draft
          .is(Type.DELIVERED, key("delivery", customer, delivery))
          .messages(Nodes.texts(delivery, "mids"))
          .upTo(Nodes.number(delivery, "watermark", 0))
          .done();
    }
    if (item.has("read")) {
      JsonNode read = item.path("read");
      return draft
          .is(Type.READ, key("read", customer, read))
          .upTo(Nodes.number(read, "watermark", 0))
          .done();
    }
    if (item.has("postback")) {
      return FacebookMessages.postback(draft, customer, item.path("postback"), at);
    }
    if (item.has("referral")) {
      return draft
          .is(Type.NOTICE, "referral:" + customer + ":" + at)
          .kind("referral")
          .referral(FacebookMessages.referral(item.path("referral")))
          .done();
    }
    return draft
        .is(Type.NOTICE, "other:" + customer + ":" + at + ":" + other(item))
        .kind("notice")
        .payload(other(item))
        .done();
  }

  private static Incoming reaction(Draft draft, String customer, JsonNode reaction, String at) {
    String mid = Nodes.text(reaction, "mid", "");
    String action = Nodes.text(reaction, "action", "react");
    String emoji = Nodes.text(reaction, "emoji");
    return draft
        .is(
            "unreact".equals(action) ? Type.UNREACTED : Type.REACTED,
            "reaction:" + customer + ":" + mid + ":" + action + ":" + at)
        .message(mid)
        .emoji(emoji == null ? FacebookMessages.emoji(Nodes.text(reaction, "reaction")) : emoji)
        .done();
  }

  private static String key(String what, String customer, JsonNode mark) {
    return what
        + ":"
        + customer
        + ":"
        + Nodes.text(mark, "watermark", String.join(",", Nodes.texts(mark, "mids")));
  }

  /** Whichever of the two is not the Page; library fixtures have them the wrong way round. */
  private static @Nullable String customer(String page, JsonNode item) {
    String sender = Nodes.text(item.path("sender"), "id");
    String recipient = Nodes.text(item.path("recipient"), "id");
    if (sender != null && !sender.equals(page)) {
      return sender;
    }
    if (recipient != null && !recipient.equals(page)) {
      return recipient;
    }
    String reference = Nodes.text(item.path("sender"), "user_ref");
    return reference == null ? null : FacebookMessages.BY_REFERENCE + reference;
  }

  /** What an item is that we only keep: opt-in, handover, policy. */
  private static String other(JsonNode item) {
    for (String known :
        List.of(
            "optin",
            "pass_thread_control",
            "take_thread_control",
            "request_thread_control",
            "policy_enforcement",
            "policy-enforcement")) {
      if (item.has(known)) {
        return known.replace('-', '_');
      }
    }
    return "unknown";
  }
}
