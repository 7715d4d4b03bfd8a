package io.dakenh.channels.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.channels.event.Draft;
import io.dakenh.channels.event.Incoming;
import io.dakenh.channels.event.Incoming.Post;
import io.dakenh.channels.event.Incoming.Type;
import io.dakenh.channels.event.Nodes;
import org.jspecify.annotations.Nullable;

/** Comments under the posts of a Page; what else happens to posts is not ours. */
final class FacebookFeed {
  private FacebookFeed() {}

  static @Nullable Incoming change(String page, JsonNode change) {
    JsonNode value = change.path("value");
    if (!"feed".equals(change.path("field").asText())
        || !"comment".equals(value.path("item").asText())) {
      return null;
    }
    String comment = Nodes.text(value, "comment_id", "");
    String post = Nodes.text(value, "post_id", "");
    String parent = Nodes.text(value, "parent_id", post);
    String verb = Nodes.text(value, "verb", "add");
    long seconds = Nodes.number(value, "created_time", 0);
    String from = Nodes.text(value.path("from"), "id", Nodes.text(value, "sender_id", ""));
    boolean top = parent.equals(post);
    if (comment.isEmpty() || from.isEmpty()) {
      return null;
    }
    Draft draft =
        new Draft(page, from, seconds * 1000)
            .comment(new Post(comment, post, top ? null : parent), top ? comment : parent)
            .customerName(
                Nodes.text(value.path("from"), "name", Nodes.text(value, "sender_name", "")))
            .message(comment)
            .replyTo(top ? null : parent)
            .text(Nodes.text(value, "message"));
    String key = "comment:" + comment + ":" + verb + ":" + seconds;
    for (String field : new String[] {"photo", "video"}) {
      String url = Nodes.text(value, field);
      if (url != null) {
        draft.file("photo".equals(field) ? "image" : "video", url, null);
      }
    }
    boolean ours = from.equals(page);
    return switch (verb) {
      case "add" -> draft.is(ours ? Type.ECHO : Type.MESSAGE, key).done();
      case "edit", "edited" -> draft.is(Type.EDITED, key + words(value)).done();
      case "remove" -> draft.is(Type.DELETED, key).done();
      case "hide" -> draft.is(Type.HIDDEN, key).done();
      case "unhide" -> draft.is(Type.SHOWN, key).done();
      default -> null;
    };
  }

  /** Edits keep the time of the comment; the words tell them apart. */
  private static String words(JsonNode value) {
    return ":" + Integer.toHexString(Nodes.text(value, "message", "").hashCode());
  }
}
