package io.dakenh.devstack.simulator.facebook;

import io.dakenh.devstack.simulator.core.Reply;
import io.dakenh.devstack.simulator.core.Request;
import io.dakenh.devstack.simulator.core.World;
import io.dakenh.devstack.simulator.facebook.Book.Code;
import io.dakenh.devstack.simulator.facebook.Book.Page;
import io.dakenh.devstack.simulator.facebook.Book.Token;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The page where a person allows our app something, or not. */
final class LoginDialog {
  private static final Duration CODE_LIFE = Duration.ofMinutes(10);
  private static final String USUAL =
      "pages_show_list,pages_messaging,pages_manage_metadata,pages_read_engagement,business_management";

  private final Book book;
  private final World world;
  private final String appId;

  LoginDialog(Book book, World world, String appId) {
    this.book = book;
    this.world = world;
    this.appId = appId;
  }

  Reply handle(Request request) {
    String redirect = request.parameter("redirect_uri");
    if (!appId.equals(request.parameter("client_id")) || !registered(redirect)) {
      return Reply.html(
          400,
          "<!doctype html><title>Error</title><h1>URL blocked</h1><p>This redirect failed.</p>");
    }
    String asked = request.parameter("scope");
    List<String> scopes = List.of((asked.isEmpty() ? USUAL : asked).split(",", -1));
    if ("GET".equals(request.method()) && !request.query().containsKey("_auto")) {
      return Reply.html(200, page(request, scopes));
    }
    Map<String, String> form = new HashMap<>(request.query());
    form.putAll(request.form());
    if (!"approve".equals(form.getOrDefault("decision", form.get("_auto")))) {
      return Reply.redirect(
          redirect
              + "?error=access_denied&error_reason=user_denied&error_description=Permissions+error&state="
              + encoded(form.getOrDefault("state", "")));
    }
    List<String> granted =
        form.containsKey("scopes") ? List.of(form.get("scopes").split(",", -1)) : scopes;
    List<String> chosen =
        form.containsKey("pages") || form.containsKey("_chosen")
            ? List.of(form.getOrDefault("pages", "").split(",", -1))
            : book.pages().stream().map(page -> page.id).toList();
    String code = "SIM-CODE-" + world.nextId();
    Map<String, List<String>> targets = new HashMap<>();
    granted.stream()
        .filter(scope -> scope.startsWith("pages_"))
        .forEach(scope -> targets.put(scope, chosen));
    book.code(
        code,
        new Code(
            redirect,
            new Token("", granted, targets, 0, 0, false),
            world.clock().instant().plus(CODE_LIFE)));
    return Reply.redirect(
        redirect + "?code=" + code + "&state=" + encoded(form.getOrDefault("state", "")) + "#_=_");
  }

  /** What was entered in the dashboard; nothing entered means anything on this machine. */
  private boolean registered(String redirect) {
    String known = world.settings().getOrDefault("redirectUris", "");
    return known.isEmpty()
        ? redirect.matches("https?://(localhost|127\\.0\\.0\\.1)(:\\d+)?/.*")
        : List.of(known.split(",", -1)).contains(redirect);
  }

  private String page(Request request, List<String> scopes) {
    StringBuilder form = new StringBuilder();
    form.append(
        "<!doctype html><html lang=vi><meta charset=utf-8><title>Facebook (mô phỏng)</title>");
    form.append(STYLE);
    form.append(
        "<main><h1>Đăng nhập bằng Facebook</h1><p class=sim>Trang mô phỏng để dùng thử</p>");
    form.append("<p>Hoa Mai tiếp tục với tên <b>Nguyễn Thu Hà</b></p><form method=post>");
    for (String name : List.of("client_id", "redirect_uri", "state")) {
      form.append("<input type=hidden name=").append(name).append(" value=\"");
      form.append(escaped(request.parameter(name))).append("\">");
    }
    form.append("<input type=hidden name=_chosen value=1><fieldset><legend>Chọn trang</legend>");
    for (Page page : new ArrayList<>(book.pages())) {
      box(form, "pages", page.id, page.name);
    }
    form.append("</fieldset><fieldset><legend>Quyền</legend>");
    for (String scope : scopes) {
      box(form, "scopes", scope, scope);
    }
    form.append("</fieldset><button name=decision value=approve>Tiếp tục</button> ");
    form.append("<button name=decision value=deny class=plain>Huỷ</button></form></main></html>");
    return form.toString();
  }

  private static void box(StringBuilder form, String name, String value, String label) {
    form.append("<label><input type=checkbox checked name=").append(name).append(" value=\"");
    form.append(escaped(value)).append("\"> ").append(escaped(label)).append("</label>");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static final String STYLE =
      """
      <style>body{font:16px system-ui;background:#f0f2f5;margin:0}
      main{max-width:28rem;margin:2rem auto;background:#fff;padding:1.5rem;border-radius:.5rem}
      label{display:block;padding:.25rem}fieldset{margin:1rem 0;border:1px solid #ccd}
      button{font:inherit;padding:.5rem 1rem;border:0;border-radius:.3rem;background:#0866ff;color:#fff}
      .plain{background:#d8dadf;color:#111}.sim{color:#a40}</style>""";
}
