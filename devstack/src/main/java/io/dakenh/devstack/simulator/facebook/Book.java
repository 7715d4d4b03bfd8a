package io.dakenh.devstack.simulator.facebook;

import io.dakenh.devstack.simulator.core.Customer;
import io.dakenh.devstack.simulator.core.World;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** What Facebook knows: Pages, people's codes and tokens, customers, comments. */
final class Book {
  static final String PERSON = "10200000000000001";
  static final List<String> ALL_TASKS =
      List.of("MODERATE", "MESSAGING", "MANAGE", "CREATE_CONTENT", "ANALYZE", "ADVERTISE");

  private final Map<String, Page> pages = new ConcurrentSkipListMap<>();
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();
  private final Map<String, Code> codes = new ConcurrentHashMap<>();
  private final Map<String, Comment> comments = new ConcurrentHashMap<>();
  private final World world;

  Book(World world) {
    this.world = world;
    page(new Page("900100200300400", "Hoa Mai – Thời trang", ALL_TASKS, ""));
    page(new Page("900100200300401", "Hoa Mai – Phụ kiện", ALL_TASKS, ""));
    page(new Page("900100200300402", "Hoa Mai – Doanh nghiệp", ALL_TASKS, "5500200300401"));
    page(new Page("900100200300403", "Trang chỉ xem", List.of("ANALYZE"), ""));
  }

  /**
   * A token.
   *
   * @param page of which Page; empty for a person's
   * @param chosen per scope the Pages that were ticked; a scope without an entry covers all
   * @param errorCode why it is dead, 0 while it lives
   */
  record Token(
      String page,
      List<String> scopes,
      Map<String, List<String>> chosen,
      int errorCode,
      int errorSubcode,
      boolean lasting) {
    Token dead(int code, int subcode) {
      return new Token(page, scopes, chosen, code, subcode, lasting);
    }
  }

  /** A login code. */
  record Code(String redirectUri, Token token, Instant until) {}

  /** A comment under a post. */
  record Comment(
      String id,
      String page,
      String post,
      String parent,
      String from,
      String text,
      boolean hidden,
      Instant at,
      boolean answeredPrivately) {
    Comment hide(boolean now) {
      return new Comment(id, page, post, parent, from, text, now, at, answeredPrivately);
    }

    Comment answered() {
      return new Comment(id, page, post, parent, from, text, hidden, at, true);
    }
  }

  /** A Page. */
  static final class Page {
    final String id;
    final String name;
    final List<String> tasks;
    final String business;
    final Map<String, Customer> customers = new ConcurrentHashMap<>();
    volatile Set<String> subscribed = Set.of();
    volatile boolean restricted;
    volatile String usage = "";
    volatile String picture = "";

    Page(String id, String name, List<String> tasks, String business) {
      this.id = id;
      this.name = name;
      this.tasks = tasks;
      this.business = business;
    }
  }

  void page(Page page) {
    page.picture = world.files().face(page.id);
    pages.put(page.id, page);
  }

  @Nullable Page page(String id) {
    return pages.get(id);
  }

  Page known(String id) {
    Page known = pages.get(id);
    if (known != null) {
      return known;
    }
    Page made = new Page(id, "Trang " + id, ALL_TASKS, "");
    page(made);
    return made;
  }

  Collection<Page> pages() {
    return new TreeMap<>(pages).values();
  }

  Customer customer(Page page, String id, String name) {
    return page.customers.computeIfAbsent(
        id, key -> new Customer(key, name, world.files().face(key)));
  }

  void token(String text, Token token) {
    tokens.put(text, token);
  }

  @Nullable Token token(String text) {
    return tokens.get(text);
  }

  /** Kills tokens of a Page, or all of them when it is empty. */
  void kill(String page, int code, int subcode) {
    tokens.replaceAll(
        (text, token) ->
            page.isEmpty() || token.page().equals(page) ? token.dead(code, subcode) : token);
  }

  void code(String text, Code code) {
    codes.put(text, code);
  }

  /** A code works once. */
  @Nullable Code useCode(String text) {
    return codes.remove(text);
  }

  void comment(Comment comment) {
    comments.put(comment.id(), comment);
  }

  @Nullable Comment comment(String id) {
    return comments.get(id);
  }

  void removeComment(String id) {
    comments.remove(id);
  }

  Collection<Comment> comments() {
    return comments.values();
  }
}
