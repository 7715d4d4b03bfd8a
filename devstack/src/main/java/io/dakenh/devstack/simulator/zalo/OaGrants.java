package io.dakenh.devstack.simulator.zalo;

import io.dakenh.devstack.simulator.core.Reply;
import io.dakenh.devstack.simulator.core.Request;
import io.dakenh.devstack.simulator.core.Signing;
import io.dakenh.devstack.simulator.core.World;
import io.dakenh.devstack.simulator.zalo.OaBook.Code;
import io.dakenh.devstack.simulator.zalo.OaBook.Oa;
import io.dakenh.devstack.simulator.zalo.ZaloSimulator.App;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The permission dialog, one OA per grant, and the token endpoint with its single-use tokens. */
final class OaGrants {
  private static final int GRANT_REFUSED = -14002;
  private static final int CODE_REFUSED = -14003;
  private static final int PKCE_REFUSED = -14010;
  private static final int REFRESH_TOKEN_USED = -14020;
  private static final Duration CODE_LIFE = Duration.ofMinutes(10);
  private static final Duration ACCESS_LIFE = Duration.ofHours(25);

  private final OaBook book;
  private final World world;
  private final App app;

  OaGrants(OaBook book, World world, App app) {
    this.book = book;
    this.world = world;
    this.app = app;
  }

  Reply dialog(Request request) {
    String redirect = request.parameter("redirect_uri");
    if (!app.id().equals(request.parameter("app_id")) || !registered(redirect)) {
      return Reply.html(
          400, "<!doctype html><title>Error</title><h1>Invalid redirect uri</h1><p>-14001</p>");
    }
    Map<String, String> form = new HashMap<>(request.query());
    form.putAll(request.form());
    String decision = form.getOrDefault("decision", form.getOrDefault("_auto", ""));
    if (decision.isEmpty()) {
      return Reply.html(200, page(request));
    }
    String state = URLEncoder.encode(form.getOrDefault("state", ""), StandardCharsets.UTF_8);
    Oa oa = book.oa(form.getOrDefault("oa", book.oas().iterator().next().id));
    if (!"approve".equals(decision) || oa == null) {
      return Reply.redirect(redirect + "?error=access_denied&error_name=denied&state=" + state);
    }
    String code = "SIM-ZCODE-" + world.nextId();
    book.code(
        code,
        new Code(oa, request.parameter("code_challenge"), world.clock().instant().plus(CODE_LIFE)));
    return Reply.redirect(redirect + "?code=" + code + "&oa_id=" + oa.id + "&state=" + state);
  }

  private boolean registered(String redirect) {
    String known = world.settings().getOrDefault("redirectUris", "");
    return known.isEmpty()
        ? redirect.matches("https?://(localhost|127\\.0\\.0\\.1)(:\\d+)?/.*")
        : List.of(known.split(",", -1)).contains(redirect);
  }

  private String page(Request request) {
    StringBuilder form = new StringBuilder();
    form.append("<!doctype html><html lang=vi><meta charset=utf-8><title>Zalo (mô phỏng)</title>");
    form.append(STYLE);
    form.append("<main><h1>Zalo Official Account</h1><p class=sim>Trang mô phỏng để dùng thử</p>");
    form.append("<form method=post><fieldset><legend>Chọn Official Account</legend>");
    boolean first = true;
    for (Oa oa : book.oas()) {
      form.append("<label><input type=radio name=oa value=\"").append(escaped(oa.id)).append('"');
      form.append(first ? " checked> " : "> ").append(escaped(oa.name)).append("</label>");
      first = false;
    }
    form.append("</fieldset><input type=hidden name=state value=\"");
    form.append(escaped(request.parameter("state"))).append("\">");
    form.append("<button name=decision value=approve>Cho phép</button> ");
    form.append(
        "<button name=decision value=deny class=plain>Từ chối</button></form></main></html>");
    return form.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  Reply token(Request request) {
    Map<String, String> form = request.form();
    if (!app.secret().equals(request.header("secret_key"))
        || !app.id().equals(form.get("app_id"))) {
      return refusal(GRANT_REFUSED, "Invalid app or secret");
    }
    return switch (form.getOrDefault("grant_type", "")) {
      case "authorization_code" -> byCode(form);
      case "refresh_token" -> byRefreshToken(form);
      default -> refusal(GRANT_REFUSED, "Invalid grant type");
    };
  }

  private Reply byCode(Map<String, String> form) {
    Code code = book.useCode(form.getOrDefault("code", ""));
    if (code == null || code.until().isBefore(world.clock().instant())) {
      return refusal(CODE_REFUSED, "Invalid code");
    }
    String verifier = form.getOrDefault("code_verifier", "");
    if (!code.challenge().isEmpty() && !Signing.challenge(verifier).equals(code.challenge())) {
      return refusal(PKCE_REFUSED, "Invalid code verifier");
    }
    book.dropRefresh(code.oa());
    return issued(code.oa());
  }

  private Reply byRefreshToken(Map<String, String> form) {
    Oa oa = book.useRefresh(form.getOrDefault("refresh_token", ""));
    return oa == null ? refusal(REFRESH_TOKEN_USED, "Invalid refresh token") : issued(oa);
  }

  private Reply issued(Oa oa) {
    book.dropAccess(oa);
    String access = "SIM-AT-" + world.nextId();
    String refresh = "SIM-RT-" + world.nextId();
    book.token(access, refresh, oa, world.clock().instant().plus(ACCESS_LIFE));
    return Reply.json(
        200, Map.of("access_token", access, "refresh_token", refresh, "expires_in", "90000"));
  }

  private static Reply refusal(int code, String name) {
    return Reply.json(200, Map.of("error", code, "error_name", name, "error_description", name));
  }

  private static final String STYLE =
      """
      <style>body{font:16px system-ui;background:#eaf2ff;margin:0}
      main{max-width:28rem;margin:2rem auto;background:#fff;padding:1.5rem;border-radius:.5rem}
      label{display:block;padding:.25rem}fieldset{margin:1rem 0;border:1px solid #ccd}
      button{font:inherit;padding:.5rem 1rem;border:0;border-radius:.3rem;background:#0068ff;color:#fff}
      .plain{background:#d8dadf;color:#111}.sim{color:#a40}</style>""";
}
