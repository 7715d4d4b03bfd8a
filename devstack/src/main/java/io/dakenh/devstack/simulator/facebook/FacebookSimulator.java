package io.dakenh.devstack.simulator.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.devstack.simulator.core.Reply;
import io.dakenh.devstack.simulator.core.Request;
import io.dakenh.devstack.simulator.core.World;
import io.dakenh.devstack.simulator.facebook.Book.Page;
import io.dakenh.devstack.simulator.facebook.Book.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The simulated Facebook: any version segment is taken and reported back. */
public final class FacebookSimulator {
  private static final int UNKNOWN_PATH = 2500;
  private static final int INVALID_PARAMETER = 100;

  private final Book book;
  private final LoginDialog dialog;
  private final TokenEndpoints tokens;
  private final PageEndpoints pages;
  private final SendEndpoints sends;
  private final CommentEndpoints comments;
  private final CustomerActs acts;

  /**
   * A Facebook with some Pages.
   *
   * @param appId our app there
   * @param appSecret its secret
   */
  public FacebookSimulator(World world, String appId, String appSecret) {
    this.book = new Book(world);
    PageDeliveries deliveries = new PageDeliveries(world, appSecret);
    this.dialog = new LoginDialog(book, world, appId);
    this.tokens = new TokenEndpoints(book, world, appId, appSecret);
    this.pages = new PageEndpoints(book, appId);
    this.sends = new SendEndpoints(book, world, deliveries, appId);
    this.comments = new CommentEndpoints(book, world, deliveries);
    this.acts = new CustomerActs(book, world, deliveries, appSecret);
  }

  /** Answers one call. */
  public Reply handle(Request request) {
    List<String> path = request.segments(2);
    String version = request.segments(1).getFirst();
    return route(request, path).with("facebook-api-version", version);
  }

  private Reply route(Request request, List<String> path) {
    if (request.query().containsKey("method") || request.query().containsKey("callback")) {
      return GraphError.of(INVALID_PARAMETER, 0, "A legacy behaviour was removed.");
    }
    String first = path.isEmpty() ? "" : path.getFirst();
    String last = path.isEmpty() ? "" : path.getLast();
    String call = request.method() + " " + last;
    if ("dialog".equals(first)) {
      return dialog.handle(request);
    }
    return switch (call) {
      case "GET access_token" -> tokens.accessToken(request);
      case "GET debug_token" -> tokens.debug(request);
      case "GET accounts" -> pages.accounts(request);
      case "GET businesses" -> pages.businesses(request);
      case "GET owned_pages" -> pages.ownedBy(request, first);
      case "GET client_pages" -> Reply.json(200, Map.of("data", List.of()));
      case "GET subscribed_apps", "POST subscribed_apps", "DELETE subscribed_apps" ->
          pages.subscriptions(request, first);
      case "POST messages" -> sends.message(request, first);
      case "POST comments" -> comments.reply(request, first);
      case "POST likes", "DELETE likes" -> comments.like(request, first);
      case "POST permissions", "DELETE permissions" -> {
        acts.removeApp();
        yield Reply.json(200, Map.of("success", true));
      }
      default -> one(request, path, first);
    };
  }

  private Reply one(Request request, List<String> path, String id) {
    if (path.size() != 1 || id.isEmpty()) {
      return GraphError.of(UNKNOWN_PATH, 0, "Unknown path components");
    }
    if (book.comment(id) != null || id.contains("_")) {
      return comments.change(request, id);
    }
    return pages.one(request, id);
  }

  /** Makes a token known. */
  public void seed(JsonNode order) {
    Map<String, List<String>> chosen = new HashMap<>();
    order
        .path("chosenPages")
        .properties()
        .forEach(entry -> chosen.put(entry.getKey(), texts(entry.getValue())));
    book.token(
        order.path("token").asText(),
        new Token(
            order.path("pageId").asText(),
            texts(order.path("scopes")),
            chosen,
            order.path("errorCode").asInt(),
            order.path("errorSubcode").asInt(),
            true));
  }

  /** Makes a Page known: {@code {id, name, tasks?, business?}}. */
  public void page(JsonNode order) {
    book.page(
        new Page(
            order.path("id").asText(),
            order.path("name").asText("Trang"),
            order.has("tasks") ? texts(order.path("tasks")) : Book.ALL_TASKS,
            order.path("business").asText("")));
  }

  /** Orders of a person who plays a customer, or Facebook itself. */
  public JsonNode act(JsonNode order) {
    return acts.act(order);
  }

  /** Everything a player of customers wants to see. */
  public JsonNode view() {
    return acts.view();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
