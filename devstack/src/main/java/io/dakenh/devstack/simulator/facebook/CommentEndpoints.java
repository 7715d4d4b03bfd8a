package io.dakenh.devstack.simulator.facebook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.devstack.simulator.core.Reply;
import io.dakenh.devstack.simulator.core.Request;
import io.dakenh.devstack.simulator.core.World;
import io.dakenh.devstack.simulator.facebook.Book.Comment;
import io.dakenh.devstack.simulator.facebook.Book.Page;
import io.dakenh.devstack.simulator.facebook.Book.Token;
import java.time.Instant;
import java.util.Map;

/** Comments: answered, hidden, liked, removed. */
final class CommentEndpoints {
  private static final int INVALID = 100;
  private static final int GONE = 33;

  private final Book book;
  private final World world;
  private final PageDeliveries deliveries;

  CommentEndpoints(Book book, World world, PageDeliveries deliveries) {
    this.book = book;
    this.world = world;
    this.deliveries = deliveries;
  }

  Reply reply(Request request, String id) {
    return with(
        request,
        id,
        (page, parent) -> {
          Instant now = world.clock().instant();
          String text = request.multipart() ? "" : request.json().path("message").asText();
          Comment made =
              new Comment(
                  parent.post().split("_", -1)[1] + "_" + world.nextId(),
                  page.id,
                  parent.post(),
                  parent.id(),
                  page.id,
                  text,
                  false,
                  now,
                  false);
          book.comment(made);
          deliveries.feed(page, value(made, "add", page.name));
          return Reply.json(200, Map.of("id", made.id()));
        });
  }

  Reply like(Request request, String id) {
    return with(request, id, (page, comment) -> Reply.json(200, Map.of("success", true)));
  }

  Reply change(Request request, String id) {
    return with(
        request,
        id,
        (page, comment) -> {
          switch (request.method()) {
            case "POST" -> {
              boolean hide = request.json().path("is_hidden").asBoolean();
              book.comment(comment.hide(hide));
              deliveries.feed(page, value(comment, hide ? "hide" : "unhide", "Khách"));
            }
            case "DELETE" -> {
              book.removeComment(id);
              deliveries.feed(page, value(comment, "remove", "Khách"));
            }
            default -> {
              return Reply.json(200, Map.of("id", id, "message", comment.text()));
            }
          }
          return Reply.json(200, Map.of("success", true));
        });
  }

  @FunctionalInterface
  private interface Doing {
    Reply with(Page page, Comment comment);
  }

  private Reply with(Request request, String id, Doing doing) {
    Token token = Callers.of(book, request);
    Reply refusal = Callers.refusal(token);
    if (refusal != null || token == null) {
      return refusal == null ? GraphError.of(INVALID, 0, "Denied") : refusal;
    }
    Comment comment = book.comment(id);
    Page page = comment == null ? null : book.page(comment.page());
    if (comment == null || page == null || !token.page().equals(page.id)) {
      return GraphError.of(INVALID, GONE, "Object does not exist");
    }
    return doing.with(page, comment);
  }

  static ObjectNode value(Comment comment, String verb, String name) {
    ObjectNode value =
        World.object()
            .put("item", "comment")
            .put("verb", verb)
            .put("comment_id", comment.id())
            .put("post_id", comment.post())
            .put("parent_id", comment.parent().isEmpty() ? comment.post() : comment.parent())
            .put("created_time", comment.at().getEpochSecond());
    value.putObject("from").put("id", comment.from()).put("name", name);
    if (!"remove".equals(verb)) {
      value.put("message", comment.text());
    }
    return value;
  }
}
