package io.dakenh.config.content;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The hosts of websites as owners write them and browsers send them in {@code Origin}. */
final class WebsiteHost {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\*\\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(:[1-9][0-9]{0,4})?");
  private static final Pattern SCHEME = Pattern.compile("^https?://", Pattern.CASE_INSENSITIVE);
  private static final String ANY = "*.";
  private static final int PORT_MOST = 65_535;
  private static final int HOST_LENGTH = 253;

  private WebsiteHost() {}

  /**
   * Lower case, international names in their ASCII form, without scheme, trailing slash and the
   * schemes' own ports; empty when it is no host.
   */
  static Optional<String> normalize(String typed) {
    String scheme = SCHEME.matcher(typed).lookingAt() ? typed.substring(0, 5) : "";
    String rest = SCHEME.matcher(typed.strip()).replaceFirst("");
    rest = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    int colon = rest.lastIndexOf(':');
    String port = colon < 0 ? "" : rest.substring(colon);
    String name = colon < 0 ? rest : rest.substring(0, colon);
    boolean any = name.startsWith(ANY);
    try {
      String ascii =
          IDN.toASCII(any ? name.substring(ANY.length()) : name, IDN.ALLOW_UNASSIGNED)
              .toLowerCase(Locale.ROOT);
      String host = (any ? ANY : "") + ascii + (own(port, scheme) ? "" : port);
      boolean named = ascii.contains(".") || ascii.equals("localhost") && !any;
      return named
              && ascii.length() <= HOST_LENGTH
              && FORM.matcher(host).matches()
              && portFits(host)
          ? Optional.of(host)
          : Optional.empty();
    } catch (IllegalArgumentException notAHost) {
      return Optional.empty();
    }
  }

  private static boolean own(String port, String scheme) {
    return port.equals(":443") && !scheme.equalsIgnoreCase("http:")
        || port.equals(":80") && !scheme.equalsIgnoreCase("https");
  }

  private static boolean portFits(String host) {
    int colon = host.indexOf(':');
    return colon < 0 || Integer.parseInt(host, colon + 1, host.length(), 10) <= PORT_MOST;
  }
}
