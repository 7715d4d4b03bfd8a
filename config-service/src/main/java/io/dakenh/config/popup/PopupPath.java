package io.dakenh.config.popup;

import java.util.Optional;

/**
 * The pages a popup message is for: one page, or with a star at the end all whose address begins
 * like this; on one host, or on every host when it begins with a slash.
 *
 * @param host empty: every host
 * @param rest path and query; with a wildcard its beginning, a trailing slash included
 * @param wildcard whether whatever follows matches too
 */
public record PopupPath(String host, String rest, boolean wildcard) {

  /** Reads what an owner typed; empty when it is neither an address nor a path. */
  public static Optional<PopupPath> of(String typed) {
    String text = typed.strip();
    boolean wildcard = text.endsWith("*");
    String start = wildcard ? text.substring(0, text.length() - 1) : text;
    if (wildcard && start.isEmpty()) {
      return Optional.of(new PopupPath("", "/", true));
    }
    PageAddress.Raw raw = PageAddress.Raw.of(start);
    boolean everyHost = raw.host().isEmpty() && raw.path().startsWith("/");
    String host = Normal.host(raw.host(), raw.scheme());
    if (!everyHost && !plausible(host, raw)) {
      return Optional.empty();
    }
    // A star right behind a host would match other hosts that begin alike.
    if (wildcard && raw.path().isEmpty() && raw.query().isEmpty()) {
      return Optional.empty();
    }
    String path = Normal.encoded(raw.path());
    if (!wildcard || !raw.query().isEmpty()) {
      path = Normal.withoutTrailingSlash(path);
    }
    if (everyHost && path.isEmpty()) {
      path = "/";
    }
    String rest = path + (raw.query().isEmpty() ? "" : "?" + Normal.encoded(raw.query()));
    return Optional.of(new PopupPath(host, rest, wildcard));
  }

  /** A single word without a scheme is more likely a path whose slash was forgotten. */
  private static boolean plausible(String host, PageAddress.Raw raw) {
    if (host.isEmpty() || host.indexOf('*') >= 0 || host.indexOf(' ') >= 0) {
      return false;
    }
    boolean web = raw.scheme().equals("http") || raw.scheme().equals("https");
    return raw.scheme().isEmpty()
        ? host.indexOf('.') > 0 || host.indexOf(':') > 0 || host.equals("localhost")
        : web;
  }

  /** The one form: two paths are the same when these are. */
  public String normalized() {
    return host + rest + (wildcard ? "*" : "");
  }

  /** How much it says: of two that match, the longer one wins. */
  int length() {
    return host.length() + Normal.withoutTrailingSlash(rest).length();
  }

  /** Whether a page of this host is meant. */
  boolean onHost(PageAddress page) {
    return host.isEmpty() || host.equals(page.host());
  }

  /** Whether the path is that of the page, whatever the query. */
  boolean onPath(PageAddress page) {
    int question = rest.indexOf('?');
    if (question < 0) {
      return covers(rest, page.path(), wildcard);
    }
    return Normal.withoutTrailingSlash(rest.substring(0, question)).equals(page.path());
  }

  /** Whether the message is for the page. */
  public boolean matches(PageAddress page) {
    if (!onHost(page) || !onPath(page)) {
      return false;
    }
    int question = rest.indexOf('?');
    if (question < 0) {
      return true;
    }
    String query = rest.substring(question + 1);
    return wildcard ? page.query().startsWith(query) : page.query().equals(query);
  }

  private static boolean covers(String pattern, String path, boolean wildcard) {
    if (wildcard) {
      return path.startsWith(pattern) || (path + "/").equals(pattern);
    }
    return Normal.withoutTrailingSlash(pattern).equals(path);
  }
}
