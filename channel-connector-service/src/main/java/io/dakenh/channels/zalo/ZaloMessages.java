package io.dakenh.channels.zalo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dakenh.channels.event.Draft;
import io.dakenh.channels.event.Incoming;
import io.dakenh.channels.event.Incoming.Place;
import io.dakenh.channels.event.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages of customers, anonymous visitors and OAs. */
final class ZaloMessages {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<String, String> EMOJI =
      Map.of(
          "/-heart", "❤",
          "/-strong", "👍",
          ":>", "😆",
          ":o", "😮",
          ":-((", "😢",
          ":-h", "😠");

  private ZaloMessages() {}

  static Incoming message(Draft draft, String name, JsonNode message) {
    draft
        .message(Nodes.text(message, "msg_id", ""))
        .text(Nodes.text(message, "text"))
        .replyTo(Nodes.text(message, "quote_msg_id"))
        .conversation(Nodes.text(message, "conversation_id"));
    String kind = null;
    for (JsonNode attachment : message.path("attachments")) {
      String one = attachment(draft, name, attachment);
      kind = kind == null ? one : kind;
    }
    if (kind != null) {
      draft.kind(kind);
    } else if (name.endsWith("_template") || name.endsWith("_list")) {
      draft.kind("template");
    } else if (draft.text() == null || !name.endsWith("_text")) {
      draft.kind(draft.text() == null ? "unsupported" : draft.kind());
    }
    return draft.done();
  }

  static Incoming shared(Draft draft, JsonNode info, String id) {
    List<String> lines = new ArrayList<>();
    for (String field :
        List.of("name", "phone", "full_address", "address", "ward", "district", "city")) {
      String said = Nodes.text(info, field);
      if (said != null) {
        lines.add(said);
      }
    }
    return draft
        .message(id)
        .kind("contact-shared")
        .text(String.join("\n", lines))
        .told(Nodes.text(info, "name"), Nodes.text(info, "phone"))
        .done();
  }

  static @Nullable String emoji(@Nullable String icon) {
    return icon == null ? null : EMOJI.getOrDefault(icon, icon);
  }

  private static String attachment(Draft draft, String name, JsonNode attachment) {
    JsonNode payload = attachment.path("payload");
    String type = Nodes.text(attachment, "type", "");
    String url = Nodes.text(payload, "url");
    switch (type) {
      case "image", "gif", "audio", "video", "sticker", "file" -> {
        if (url == null) {
          return "unsupported";
        }
        String kind = "gif".equals(type) ? "image" : type;
        draft.file(kind, url, Nodes.text(payload, "name"));
        return kind;
      }
      case "location" -> {
        JsonNode where = payload.path("coordinates");
        draft.place(
            new Place(
                Nodes.text(where, "latitude", "0"), Nodes.text(where, "longitude", "0"), null));
        return "location";
      }
      case "link" -> {
        JsonNode card = card(payload);
        if (card.has("phone")) {
          draft.text(Nodes.text(card, "phone")).told(null, Nodes.text(card, "phone"));
          return "contact-shared";
        }
        String words = draft.text() == null ? "" : draft.text() + "\n";
        String title = Nodes.text(payload, "description", "");
        draft.text((words + title + "\n" + (url == null ? "" : url)).strip());
        return "link";
      }
      case "template" -> {
        if (draft.text() == null) {
          draft.text(
              (Nodes.text(payload, "text", "") + "\n" + Nodes.text(payload, "link_url", ""))
                  .strip());
        }
        return "template";
      }
      default -> {
        return name.endsWith("_business_card") ? "contact-shared" : "unsupported";
      }
    }
  }

  /** A business card is a link whose description is JSON in a text. */
  private static JsonNode card(JsonNode payload) {
    String description = Nodes.text(payload, "description", "");
    if (!description.startsWith("{")) {
      return JSON.createObjectNode();
    }
    try {
      return JSON.readTree(description);
    } catch (JsonProcessingException plainWords) {
      return JSON.createObjectNode();
    }
  }
}
