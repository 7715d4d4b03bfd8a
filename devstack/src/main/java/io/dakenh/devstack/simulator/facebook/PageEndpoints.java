package io.dakenh.devstack.simulator.facebook;

import io.dakenh.devstack.simulator.core.Customer;
import io.dakenh.devstack.simulator.core.Reply;
import io.dakenh.devstack.simulator.core.Request;
import io.dakenh.devstack.simulator.facebook.Book.Page;
import io.dakenh.devstack.simulator.facebook.Book.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pages, their subscriptions, and profiles of customers. */
final class PageEndpoints {
  /** Small on purpose: callers have to follow the cursors. */
  private static final int PAGE_SIZE = 2;

  private static final int INVALID_PARAMETER = 100;
  private static final int NOT_VISIBLE = 33;
  private static final int NO_PROFILE = 2018218;
  private static final int PERMISSION = 200;

  private final Book book;
  private final String appId;

  PageEndpoints(Book book, String appId) {
    this.book = book;
    this.appId = appId;
  }

  /** Business-owned Pages are not in this list. */
  Reply accounts(Request request) {
    return list(
        request,
        token ->
            book.pages().stream()
                .filter(page -> page.business.isEmpty() && ticked(token, page))
                .toList());
  }

  Reply businesses(Request request) {
    Token token = Callers.of(book, request);
    Reply refusal = Callers.refusal(token);
    if (refusal != null || token == null) {
      return refusal == null ? GraphError.of(PERMISSION, 0, "Denied") : refusal;
    }
    if (!token.scopes().contains("business_management")) {
      return GraphError.of(PERMISSION, 0, "Requires business_management permission");
    }
    List<Map<String, String>> all =
        book.pages().stream()
            .map(page -> page.business)
            .filter(id -> !id.isEmpty())
            .distinct()
            .map(id -> Map.of("id", id, "name", "Hoa Mai JSC"))
            .toList();
    return Reply.json(200, Map.of("data", all));
  }

  Reply ownedBy(Request request, String business) {
    return list(
        request,
        token ->
            book.pages().stream()
                .filter(page -> page.business.equals(business) && ticked(token, page))
                .toList());
  }

  private Reply list(Request request, java.util.function.Function<Token, List<Page>> choose) {
    Token token = Callers.of(book, request);
    Reply refusal = Callers.refusal(token);
    if (refusal != null || token == null) {
      return refusal == null ? GraphError.of(PERMISSION, 0, "Denied") : refusal;
    }
    List<Page> all = choose.apply(token);
    String after = request.parameter("after");
    int from = after.isEmpty() ? 0 : Integer.parseInt(after);
    int to = Math.min(all.size(), from + PAGE_SIZE);
    Map<String, Object> paging = new LinkedHashMap<>();
    paging.put("cursors", Map.of("before", Integer.toString(from), "after", Integer.toString(to)));
    if (to < all.size()) {
      paging.put("next", "https://graph.example.test/next?after=" + to);
    }
    return Reply.json(
        200,
        Map.of(
            "data",
            all.subList(from, to).stream().map(page -> described(page, token)).toList(),
            "paging",
            paging));
  }

  private static boolean ticked(Token token, Page page) {
    List<String> chosen = token.chosen().get("pages_show_list");
    return chosen == null || chosen.contains(page.id);
  }

  private Map<String, Object> described(Page page, Token token) {
    String text = "EAASIMP" + page.id + "x" + Integer.toHexString(System.identityHashCode(token));
    book.token(text, new Token(page.id, token.scopes(), token.chosen(), 0, 0, token.lasting()));
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", page.id);
    data.put("name", page.name);
    data.put("access_token", text);
    data.put("category", "Retail");
    data.put("tasks", page.tasks);
    data.put("picture", Map.of("data", Map.of("url", page.picture)));
    return data;
  }

  /** A Page with a person's token, or a customer with a Page's. */
  Reply one(Request request, String id) {
    Token token = Callers.of(book, request);
    Reply refusal = Callers.refusal(token);
    if (refusal != null || token == null) {
      return refusal == null ? GraphError.of(PERMISSION, 0, "Denied") : refusal;
    }
    Page page = book.page(id);
    if (page != null && token.page().isEmpty()) {
      return ticked(token, page)
          ? Reply.json(200, described(page, token))
          : GraphError.of(INVALID_PARAMETER, NOT_VISIBLE, "Object does not exist");
    }
    @Nullable Page own = book.page(token.page());
    Customer customer = own == null ? null : own.customers.get(id);
    if (customer == null) {
      return GraphError.of(INVALID_PARAMETER, NOT_VISIBLE, "Object does not exist");
    }
    if (customer.profileHidden()) {
      return GraphError.of(INVALID_PARAMETER, NO_PROFILE, "No profile available for this user.");
    }
    return Reply.json(
        200,
        Map.of("name", customer.name(), "profile_pic", customer.picture(), "id", customer.id()));
  }

  Reply subscriptions(Request request, String pageId) {
    Token token = Callers.of(book, request);
    Reply refusal = Callers.refusal(token);
    Page page = book.page(pageId);
    if (refusal != null || token == null) {
      return refusal == null ? GraphError.of(PERMISSION, 0, "Denied") : refusal;
    }
    if (page == null || !token.page().equals(pageId)) {
      return GraphError.of(INVALID_PARAMETER, NOT_VISIBLE, "Object does not exist");
    }
    if (!token.scopes().contains("pages_manage_metadata")) {
      return GraphError.of(PERMISSION, 0, "Requires pages_manage_metadata permission");
    }
    switch (request.method()) {
      case "POST" ->
          page.subscribed = Set.of(request.parameter("subscribed_fields").split(",", -1));
      case "DELETE" -> page.subscribed = Set.of();
      default -> {
        List<Map<String, Object>> apps = new ArrayList<>();
        if (!page.subscribed.isEmpty()) {
          apps.add(Map.of("id", appId, "name", "Demo", "subscribed_fields", page.subscribed));
        }
        return Reply.json(200, Map.of("data", apps));
      }
    }
    return Reply.json(200, Map.of("success", true));
  }
}
