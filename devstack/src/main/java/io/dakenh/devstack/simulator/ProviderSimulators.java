package io.dakenh.devstack.simulator;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * The simulators of Facebook and Zalo behind one port of the loopback address. The only argument of
 * the program is the port.
 */
public final class ProviderSimulators implements AutoCloseable {
  /** Our app at the simulated Facebook. */
  public static final String FACEBOOK_APP_ID = "440011";

  /** Its secret; nothing here is one. */
  public static final String FACEBOOK_APP_SECRET = "simulated-facebook-app-secret";

  /** Our app at the simulated Zalo. */
  public static final String ZALO_APP_ID = "4400000000000000001";

  /** Its secret; nothing here is one. */
  public static final String ZALO_APP_SECRET = "simulated-zalo-app-secret";

  private final HttpServer server;

  private ProviderSimulators(HttpServer server) {
    this.server = server;
  }

  /** Starts them; port 0 takes a free one. */
  public static ProviderSimulators start(int port) {
    try {
      HttpServer server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
      FacebookSimulator facebook = new FacebookSimulator();
      ZaloSimulator zalo = new ZaloSimulator();
      server.createContext(
          "/health", exchange -> Answers.json(exchange, 200, Map.of("status", "UP")));
      server.createContext("/fb/", facebook::handle);
      server.createContext("/zalo/", zalo::handle);
      server.createContext("/_control/", new Control(facebook, zalo)::handle);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return new ProviderSimulators(server);
    } catch (IOException e) {
      throw new UncheckedIOException("could not start the provider simulators on " + port, e);
    }
  }

  /** Runs them until the process is told to end. */
  public static void main(String[] arguments) throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    ProviderSimulators simulators = start(Integer.parseInt(arguments[0]));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  simulators.close();
                  ended.countDown();
                },
                "stop-simulators"));
    ended.await();
  }

  /** The settings that make channel-connector-service call these simulators, as property names. */
  public static Map<String, String> settings(int port) {
    String base = "http://127.0.0.1:" + port;
    return Map.of(
        "dakenh.channels.facebook.graph-url", base + "/fb",
        "dakenh.channels.facebook.app-id", FACEBOOK_APP_ID,
        "dakenh.channels.facebook.app-secret", FACEBOOK_APP_SECRET,
        "dakenh.channels.zalo.oauth-url", base + "/zalo",
        "dakenh.channels.zalo.api-url", base + "/zalo",
        "dakenh.channels.zalo.app-id", ZALO_APP_ID,
        "dakenh.channels.zalo.app-secret", ZALO_APP_SECRET);
  }

  /** Where they listen. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
