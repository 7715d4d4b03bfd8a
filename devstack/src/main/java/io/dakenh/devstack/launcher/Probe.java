package io.dakenh.devstack.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks an address of this machine whether it answers. */
final class Probe {
  private static final int CONNECT_MILLIS = 500;
  private static final int READ_MILLIS = 3_000;

  private Probe() {}

  /** The status, or 0 when nobody answers. */
  static int status(String url) {
    try {
      HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
      connection.setConnectTimeout(CONNECT_MILLIS);
      connection.setReadTimeout(READ_MILLIS);
      connection.setInstanceFollowRedirects(false);
      connection.setUseCaches(false);
      try {
        return connection.getResponseCode();
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return 0;
    }
  }

  static boolean ok(String url) {
    return status(url) == HttpURLConnection.HTTP_OK;
  }
}
