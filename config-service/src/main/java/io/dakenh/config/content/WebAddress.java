package io.dakenh.config.content;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Addresses that a browser may be sent to: http and https only, never a script. */
final class WebAddress {
  private WebAddress() {}

  /** The address, if it is one of the web with a host and without a sign-in in it. */
  static Optional<URI> of(String typed) {
    try {
      URI uri = new URI(typed);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https");
      return web && uri.getHost() != null && uri.getRawUserInfo() == null
          ? Optional.of(uri)
          : Optional.empty();
    } catch (URISyntaxException wrong) {
      return Optional.empty();
    }
  }
}
