package io.dakenh.devstack.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Free ports, and whether somebody listens on one. */
public final class Ports {
  /** Everything embedded listens here only. */
  public static final String LOOPBACK = "127.0.0.1";

  private static final int CONNECT_TIMEOUT_MILLIS = 500;

  private Ports() {}

  /** A port nobody listens on now. */
  public static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(LOOPBACK))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port", e);
    }
  }

  /** Whether a connection to the port of this machine is taken. */
  public static boolean accepts(int port) {
    return accepts(LOOPBACK, port);
  }

  /** Whether a connection is taken by the first of a comma-separated list of {@code host:port}. */
  static boolean accepts(String addresses) {
    String first = addresses.split(",", 2)[0];
    int colon = first.lastIndexOf(':');
    return accepts(first.substring(0, colon), Integer.parseInt(first.substring(colon + 1)));
  }

  private static boolean accepts(String host, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), CONNECT_TIMEOUT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
