package io.dakenh.channels.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.channels.event.Draft;
import io.dakenh.channels.event.Incoming;
import io.dakenh.channels.event.Incoming.Place;
import io.dakenh.channels.event.Incoming.Referral;
import io.dakenh.channels.event.Incoming.Type;
import io.dakenh.channels.event.Nodes;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages, echoes and postbacks of the Messenger Platform. */
final class FacebookMessages {
  /** Marks a customer who is known by a website's reference only. */
  static final String BY_REFERENCE = "ref:";

  private static final Map<String, String> EMOJI =
      Map.of(
          "smile", "😆",
          "angry", "😠",
          "sad", "😢",
          "wow", "😮",
          "love", "❤",
          "like", "👍",
          "dislike", "👎");

  private FacebookMessages() {}

  static Incoming message(Draft draft, JsonNode item) {
    JsonNode message = item.path("message");
    String mid = Nodes.text(message, "mid", "");
    if (message.path("is_deleted").asBoolean()) {
      return draft.is(Type.DELETED, "deleted:" + mid).message(mid).done();
    }
    boolean echo = message.path("is_echo").asBoolean();
    draft
        .is(echo ? Type.ECHO : Type.MESSAGE, (echo ? "echo:" : "message:") + mid)
        .message(mid)
        .text(Nodes.text(message, "text"))
        .replyTo(Nodes.text(message.path("reply_to"), "mid"))
        .payload(Nodes.text(message.path("quick_reply"), "payload"))
        .referral(message.has("referral") ? referral(message.path("referral")) : null);
    if (echo) {
      draft.correlation(Nodes.text(message, "metadata")).author(Nodes.text(message, "app_id"));
    }
    if (message.path("is_unsupported").asBoolean()) {
      return draft.kind("unsupported").done();
    }
    String kind = null;
    for (JsonNode attachment : message.path("attachments")) {
      String one = attachment(draft, attachment, message.has("sticker_id"));
      kind = kind == null ? one : kind;
    }
    if (kind != null) {
      draft.kind(kind);
    } else if (draft.text() == null) {
      draft.kind("unsupported");
    }
    return draft.done();
  }

  static Incoming postback(Draft draft, String customer, JsonNode postback, String at) {
    String mid = Nodes.text(postback, "mid");
    return draft
        .is(Type.MESSAGE, mid == null ? "postback:" + customer + ":" + at : "postback:" + mid)
        .message(mid == null ? "postback:" + at : mid)
        .kind("postback")
        .text(Nodes.text(postback, "title"))
        .payload(Nodes.text(postback, "payload"))
        .referral(postback.has("referral") ? referral(postback.path("referral")) : null)
        .done();
  }

  static Referral referral(JsonNode referral) {
    JsonNode ad = referral.path("ads_context_data");
    return new Referral(
        Nodes.text(referral, "source", "other").toLowerCase(Locale.ROOT),
        Nodes.text(referral, "ref"),
        Nodes.text(referral, "ad_id"),
        Nodes.text(ad, "ad_title"),
        Nodes.text(ad, "post_id"));
  }

  static @Nullable String emoji(@Nullable String reaction) {
    return reaction == null ? null : EMOJI.getOrDefault(reaction, "❔");
  }

  /** Takes one attachment over; says what kind of message it makes. */
  private static String attachment(Draft draft, JsonNode attachment, boolean sticker) {
    JsonNode payload = attachment.path("payload");
    String type = Nodes.text(attachment, "type", "");
    String url = Nodes.text(payload, "url");
    switch (type) {
      case "image", "audio", "video", "file", "sticker" -> {
        String kind = sticker || payload.has("sticker_id") ? "sticker" : type;
        if (url == null) {
          return "unsupported";
        }
        draft.file(kind, url, Nodes.text(payload, "title"));
        return kind;
      }
      case "location" -> {
        JsonNode where = payload.path("coordinates");
        draft.place(
            new Place(
                Nodes.text(where, "lat", "0"),
                Nodes.text(where, "long", "0"),
                Nodes.text(attachment, "title")));
        return "location";
      }
      case "fallback", "share", "reel", "ig_reel", "post", "ig_post" -> {
        String address = url == null ? Nodes.text(attachment, "url") : url;
        String title = Nodes.text(attachment, "title", Nodes.text(payload, "title", ""));
        link(draft, title, address);
        return "link";
      }
      case "template" -> {
        if (draft.text() == null) {
          draft.text(templateWords(payload));
        }
        return "template";
      }
      default -> {
        return "unsupported";
      }
    }
  }

  private static void link(Draft draft, String title, @Nullable String address) {
    String words = draft.text() == null ? "" : draft.text();
    StringBuilder all = new StringBuilder(words);
    for (String part : new String[] {title, address == null ? "" : address}) {
      if (!part.isEmpty() && all.indexOf(part) < 0) {
        all.append(all.isEmpty() ? "" : "\n").append(part);
      }
    }
    draft.text(all.toString());
  }

  private static String templateWords(JsonNode payload) {
    StringBuilder words = new StringBuilder(Nodes.text(payload, "text", ""));
    for (JsonNode element : payload.path("elements")) {
      for (String field : new String[] {"title", "subtitle"}) {
        String said = Nodes.text(element, field);
        if (said != null) {
          words.append(words.isEmpty() ? "" : "\n").append(said);
        }
      }
    }
    return words.toString();
  }
}
