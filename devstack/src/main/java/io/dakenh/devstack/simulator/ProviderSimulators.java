package io.dakenh.devstack.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dakenh.devstack.mail.MailCatcher;
import io.dakenh.devstack.simulator.core.FaultRules.Rule;
import io.dakenh.devstack.simulator.core.Reply;
import io.dakenh.devstack.simulator.core.Request;
import io.dakenh.devstack.simulator.core.World;
import io.dakenh.devstack.simulator.facebook.FacebookSimulator;
import io.dakenh.devstack.simulator.zalo.ZaloSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The simulators of Facebook and Zalo behind one port of the loopback address, and the mail catcher
 * beside them. The arguments of the program are the port and, if events are to be delivered, the
 * origin the suite is reached at; behind that the port of the mail catcher, if there is to be one.
 */
public final class ProviderSimulators implements AutoCloseable {
  /** Our app at the simulated Facebook. */
  public static final String FACEBOOK_APP_ID = "440011";

  /** Its secret; nothing here is one. */
  public static final String FACEBOOK_APP_SECRET = "simulated-facebook-app-secret";

  /** What Facebook shows when it verifies our address. */
  public static final String FACEBOOK_VERIFY_TOKEN = "simulated-facebook-verify-token";

  /** Our app at the simulated Zalo. */
  public static final String ZALO_APP_ID = "4400000000000000001";

  /** Its secret; nothing here is one. */
  public static final String ZALO_APP_SECRET = "simulated-zalo-app-secret";

  /** What deliveries of OAs are signed with. */
  public static final String ZALO_OA_SECRET = "simulated-zalo-oa-secret";

  private static final int ERROR_STATUS = 400;

  private static final Map<String, Object> BROKEN =
      Map.of("error", Map.of("code", 2, "message", "An unexpected error has occurred."));

  private final HttpServer server;
  private final World world;

  private ProviderSimulators(HttpServer server, World world) {
    this.server = server;
    this.world = world;
  }

  /** Starts them; port 0 takes a free one. */
  public static ProviderSimulators start(int port) {
    try {
      HttpServer server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
      World world = new World();
      world.files().base("http://127.0.0.1:" + server.getAddress().getPort());
      FacebookSimulator facebook =
          new FacebookSimulator(world, FACEBOOK_APP_ID, FACEBOOK_APP_SECRET);
      ZaloSimulator zalo =
          new ZaloSimulator(
              world, new ZaloSimulator.App(ZALO_APP_ID, ZALO_APP_SECRET, ZALO_OA_SECRET));
      Control control = new Control(world, facebook, zalo);
      ProviderSimulators simulators = new ProviderSimulators(server, world);
      simulators.serve("/health", request -> Reply.json(200, Map.of("status", "UP")));
      simulators.serve("/files/", world.files()::get);
      simulators.serve("/_control/", control::handle);
      simulators.serve("/play", request -> PlayPage.of());
      simulators.provide("/fb/", facebook::handle, () -> control.broken("facebook"));
      simulators.provide("/zalo/", zalo::handle, () -> control.broken("zalo"));
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return simulators;
    } catch (IOException e) {
      throw new UncheckedIOException("could not start the provider simulators on " + port, e);
    }
  }

  private void serve(String path, Function<Request, Reply> handler) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            handler.apply(Request.of(exchange)).send(exchange);
          } catch (IllegalArgumentException wrong) {
            Reply.json(ERROR_STATUS, Map.of("error", String.valueOf(wrong.getMessage())))
                .send(exchange);
          }
        });
  }

  private void provide(
      String path, Function<Request, Reply> handler, java.util.function.IntSupplier broken) {
    server.createContext(
        path,
        exchange -> {
          Request request = Request.of(exchange);
          int status = broken.getAsInt();
          if (status != 0) {
            Reply.json(status, "/fb/".equals(path) ? BROKEN : Map.of()).send(exchange);
            return;
          }
          answer(exchange, request, handler);
        });
  }

  /** Goes wrong as told; a connection that breaks after the effect has had it. */
  private void answer(HttpExchange exchange, Request request, Function<Request, Reply> handler)
      throws IOException {
    Optional<Rule> fault = world.faults().match(request);
    String reset = fault.map(rule -> rule.text("reset")).orElse("");
    fault.map(rule -> rule.number("delayMilliseconds")).ifPresent(this::pause);
    if ("before".equals(reset)) {
      world.asked(request, 0);
      exchange.close();
      return;
    }
    Reply reply = fault.flatMap(rule -> Faulty.reply(rule, request)).orElse(null);
    if (reply == null) {
      reply = handler.apply(request);
    }
    world.asked(request, "after".equals(reset) ? 0 : reply.status());
    if ("after".equals(reset)) {
      exchange.close();
      return;
    }
    Map<String, String> headers = new HashMap<>();
    fault.ifPresent(
        rule ->
            rule.action()
                .path("headers")
                .properties()
                .forEach(header -> headers.put(header.getKey(), header.getValue().asText())));
    for (Map.Entry<String, String> header : headers.entrySet()) {
      reply = reply.with(header.getKey(), header.getValue());
    }
    reply.send(exchange);
  }

  private void pause(int milliseconds) {
    try {
      closed.await(milliseconds, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private final CountDownLatch closed = new CountDownLatch(1);

  /** Has events delivered to a suite behind an origin, and knows its addresses as registered. */
  public void deliverTo(String origin) {
    String api = origin + "/api/channels/v1";
    world.settings().put("facebookWebhook", api + "/webhooks/facebook");
    world.settings().put("zaloWebhook", api + "/webhooks/zalo");
    world.settings().put("deauthorizeUrl", api + "/public/facebook/deauthorize");
    world.settings().put("dataDeletionUrl", api + "/public/facebook/data-deletion");
    world
        .settings()
        .put(
            "redirectUris",
            api + "/public/oauth/facebook/callback," + api + "/public/oauth/zalo/callback");
  }

  /** Runs them until the process is told to end. */
  public static void main(String[] arguments) throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    ProviderSimulators simulators = start(Integer.parseInt(arguments[0]));
    if (arguments.length > 1) {
      simulators.deliverTo(arguments[1]);
    }
    if (arguments.length > 2) {
      MailCatcher mail = MailCatcher.start(Integer.parseInt(arguments[2]));
      simulators.server.createContext(MailCatcher.PATH, mail::handle);
    }
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
    Map<String, String> settings = new HashMap<>();
    settings.put("dakenh.channels.facebook.dialog-url", base + "/fb");
    settings.put("dakenh.channels.facebook.graph-url", base + "/fb");
    settings.put("dakenh.channels.facebook.app-id", FACEBOOK_APP_ID);
    settings.put("dakenh.channels.facebook.app-secret", FACEBOOK_APP_SECRET);
    settings.put("dakenh.channels.facebook.verify-token", FACEBOOK_VERIFY_TOKEN);
    settings.put("dakenh.channels.zalo.oauth-url", base + "/zalo");
    settings.put("dakenh.channels.zalo.api-url", base + "/zalo");
    settings.put("dakenh.channels.zalo.app-id", ZALO_APP_ID);
    settings.put("dakenh.channels.zalo.app-secret", ZALO_APP_SECRET);
    settings.put("dakenh.channels.zalo.oa-secret", ZALO_OA_SECRET);
    settings.put("dakenh.channels.media.private-hosts", "127.0.0.1:" + port);
    return settings;
  }

  /** Where they listen. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    closed.countDown();
    world.close();
    server.stop(0);
  }

  /** Answers of rules that break the answer itself. */
  private static final class Faulty {
    static Optional<Reply> reply(Rule rule, Request request) {
      int status = rule.number("status");
      String body = rule.text("body");
      if (rule.action().has("error")) {
        int code = rule.number("error");
        return Optional.of(
            request.path().startsWith("/fb")
                ? Reply.json(
                    status == 0 ? ERROR_STATUS : status,
                    Map.of(
                        "error",
                        Map.of(
                            "code",
                            code,
                            "error_subcode",
                            rule.number("subcode"),
                            "message",
                            "fault",
                            "fbtrace_id",
                            "SiMuLaTeD")))
                : Reply.json(
                    200, Map.of("error", code, "message", "fault", "error_name", "fault")));
      }
      return switch (body) {
        case "html" -> Optional.of(Reply.html(status == 0 ? 502 : status, "<h1>Bad gateway</h1>"));
        case "empty" -> Optional.of(new Reply(200, "text/plain", new byte[0], Map.of()));
        case "malformed" ->
            Optional.of(
                new Reply(
                    200,
                    "application/json",
                    "{\"data\":".getBytes(StandardCharsets.US_ASCII),
                    Map.of()));
        default -> status == 0 ? Optional.empty() : Optional.of(Reply.json(status, Map.of()));
      };
    }
  }
}
