package io.dakenh.platform.net;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/**
 * A server outside that may be called. The name is looked up once and the very address that was
 * judged is the one to connect to, so a name that changes its mind gains nothing.
 *
 * @param uri as it was given
 * @param address to connect to
 */
public record SafeAddress(URI uri, InetAddress address, int port, boolean tls) {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** A place we do not call. */
  public static final class RefusedException extends Exception {
    private final String code;

    RefusedException(String code, String reason) {
      super(reason);
      this.code = code;
    }

    /** Stable: {@code address-malformed}, {@code https-required} or {@code address-private}. */
    public String code() {
      return code;
    }
  }

  /**
   * Judges an address.
   *
   * @param privateHosts {@code host:port} that may lie in a private network; {@code host:*} for any
   *     port
   */
  public static SafeAddress of(String url, Set<String> privateHosts)
      throws RefusedException, UnknownHostException {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException broken) {
      throw new RefusedException("address-malformed", "not an address");
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    boolean tls = "https".equals(scheme);
    if (uri.getHost() == null || uri.getUserInfo() != null || !tls && !"http".equals(scheme)) {
      throw new RefusedException("address-malformed", "scheme or host");
    }
    int port = uri.getPort() >= 0 ? uri.getPort() : tls ? HTTPS : HTTP;
    boolean known =
        privateHosts.contains(uri.getHost() + ":" + port)
            || privateHosts.contains(uri.getHost() + ":*");
    if (!known && (!tls || port != HTTPS)) {
      throw new RefusedException("https-required", "only https on its own port");
    }
    for (InetAddress address : InetAddress.getAllByName(uri.getHost())) {
      if (known || open(address)) {
        return new SafeAddress(uri, address, port, tls);
      }
    }
    throw new RefusedException("address-private", "private address");
  }

  /** What to ask for there: path and query. */
  public String requestUri() {
    String path = uri.getRawPath();
    String query = uri.getRawQuery();
    return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
  }

  private static boolean open(InetAddress address) {
    byte[] raw = address.getAddress();
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    return raw.length == 4 ? openV4(raw) : openV6(raw);
  }

  /** Also not: this network, shared, reserved, benchmark and documentation ranges. */
  private static boolean openV4(byte[] raw) {
    int first = raw[0] & 0xFF;
    int second = raw[1] & 0xFF;
    boolean shared = first == 100 && second >= 64 && second <= 127;
    boolean special = first == 192 && second == 0 || first == 198 && (second == 18 || second == 19);
    return first != 0 && first < 224 && !shared && !special;
  }

  /** Only the global range, without the forms that carry an IPv4 address inside. */
  private static boolean openV6(byte[] raw) {
    boolean global = (raw[0] & 0xE0) == 0x20;
    boolean sixToFour = raw[0] == 0x20 && raw[1] == 0x02;
    boolean teredo = raw[0] == 0x20 && raw[1] == 0x01 && raw[2] == 0 && raw[3] == 0;
    return global && !sixToFour && !teredo;
  }
}
