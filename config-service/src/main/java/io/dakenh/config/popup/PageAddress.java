package io.dakenh.config.popup;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a page in the one form in which it is compared.
 *
 * @param host with a port that is not the scheme's own; empty when the address has none
 * @param path without a trailing slash; empty for the first page of a website
 * @param query without its question mark; empty when there is none
 */
public record PageAddress(String host, String path, String query) {
  private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*)://");

  /** The parts of what was typed, before they are normalised. */
  record Raw(String scheme, String host, String path, String query) {
    static Raw of(String typed) {
      String rest = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
      int fragment = rest.indexOf('#');
      rest = fragment < 0 ? rest : rest.substring(0, fragment);
      int question = rest.indexOf('?');
      String query = question < 0 ? "" : rest.substring(question + 1);
      rest = question < 0 ? rest : rest.substring(0, question);
      String scheme = "";
      Matcher matcher = SCHEME.matcher(rest);
      if (matcher.lookingAt()) {
        scheme = matcher.group(1).toLowerCase(Locale.ROOT);
        rest = rest.substring(matcher.end());
      } else if (rest.startsWith("//")) {
        rest = rest.substring(2);
      } else if (rest.startsWith("/")) {
        return new Raw("", "", rest, query);
      }
      int slash = rest.indexOf('/');
      return slash < 0
          ? new Raw(scheme, rest, "", query)
          : new Raw(scheme, rest.substring(0, slash), rest.substring(slash), query);
    }
  }

  /** The address of a page as a browser or a person gives it. */
  public static PageAddress of(String typed) {
    Raw raw = Raw.of(typed);
    return new PageAddress(
        Normal.host(raw.host(), raw.scheme()),
        Normal.withoutTrailingSlash(Normal.encoded(raw.path())),
        Normal.encoded(raw.query()));
  }

  /** Host, path and query as one text; the first page of no certain host is a slash. */
  public String normalized() {
    String page = host + path;
    return (page.isEmpty() ? "/" : page) + (query.isEmpty() ? "" : "?" + query);
  }
}
