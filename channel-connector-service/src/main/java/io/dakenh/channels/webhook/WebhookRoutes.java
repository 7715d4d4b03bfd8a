package io.dakenh.channels.webhook;

import io.dakenh.channels.ChannelsConfig;
import io.dakenh.channels.provider.Kind;
import io.dakenh.platform.time.Latencies;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Where providers deliver. These routes stand before the REST layer: they need the raw bytes, no
 * token, and little else.
 */
@ApplicationScoped
class WebhookRoutes {
  private static final Logger LOG = Logger.getLogger(WebhookRoutes.class);
  private static final String FACEBOOK = "/api/v1/webhooks/facebook";
  private static final String ZALO = "/api/v1/webhooks/zalo";
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int TOO_LARGE = 413;
  private static final int UNSUPPORTED = 415;
  private static final int UNAVAILABLE = 503;

  private final DeliveryWriter writer;
  private final Refusals refusals;
  private final ChannelsConfig config;
  private final Map<Kind, Timer> taken = new EnumMap<>(Kind.class);

  @Inject
  WebhookRoutes(
      DeliveryWriter writer, Refusals refusals, ChannelsConfig config, MeterRegistry meters) {
    this.writer = writer;
    this.refusals = refusals;
    this.config = config;
    for (Kind kind : Kind.values()) {
      taken.put(
          kind,
          Timer.builder("dakenh.channels.webhook.acceptance")
              .description("From a genuine delivery to the answer that it is stored")
              .tag("kind", kind.code())
              .serviceLevelObjectives(Latencies.ofMachines())
              .register(meters));
    }
  }

  void routes(@Observes Router router) {
    router.get(FACEBOOK).handler(this::challenge);
    router.post(FACEBOOK).handler(context -> body(context, this::facebook));
    router.post(ZALO).handler(context -> body(context, this::zalo));
  }

  /** Facebook asks whether the address is ours before it delivers there. */
  private void challenge(RoutingContext context) {
    HttpServerRequest request = context.request();
    String right = config.facebook().verifyToken().orElse("");
    String shown = request.getParam("hub.verify_token", "");
    String challenge = request.getParam("hub.challenge", "");
    boolean same =
        !right.isEmpty()
            && MessageDigest.isEqual(
                right.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    if (same && "subscribe".equals(request.getParam("hub.mode"))) {
      context.response().putHeader("Content-Type", "text/plain; charset=utf-8").end(challenge);
    } else {
      context.response().setStatusCode(FORBIDDEN).end();
    }
  }

  private void facebook(RoutingContext context, byte[] body) {
    String secret = config.facebook().appSecret().orElse(null);
    String header = context.request().getHeader("X-Hub-Signature-256");
    if (secret == null || !Signatures.facebook(body, header, secret)) {
      refuse(context, Kind.FACEBOOK);
    } else {
      store(context, Kind.FACEBOOK, body);
    }
  }

  /**
   * Zalo's console probes an address with an unsigned delivery that has to be answered well; such a
   * one is not taken. A signature that is there has to be right.
   */
  private void zalo(RoutingContext context, byte[] body) {
    String header = context.request().getHeader("X-ZEvent-Signature");
    Stamp stamp;
    try {
      stamp = Stamp.of(body);
    } catch (IOException unreadable) {
      answer(context.response(), BAD_REQUEST);
      return;
    }
    if (header == null) {
      answer(context.response(), OK);
    } else if (genuine(stamp, body, header, context.request())) {
      store(context, Kind.ZALO, body);
    } else {
      refuse(context, Kind.ZALO);
    }
  }

  private boolean genuine(Stamp stamp, byte[] body, String header, HttpServerRequest request) {
    String appId = config.zalo().appId().orElse(null);
    String secret = config.zalo().oaSecret().orElse(null);
    if (appId == null || secret == null || !appId.equals(stamp.appId())) {
      return false;
    }
    @Nullable String elsewhere = request.getHeader("X-ZEvent-Timestamp");
    String timestamp =
        stamp.timestamp().isEmpty() && elsewhere != null ? elsewhere : stamp.timestamp();
    return Signatures.zalo(appId, body, timestamp, secret, header);
  }

  private void refuse(RoutingContext context, Kind kind) {
    refusals.count(kind);
    answer(context.response(), FORBIDDEN);
  }

  private void store(RoutingContext context, Kind kind, byte[] body) {
    Context loop = Vertx.currentContext();
    HttpServerResponse response = context.response();
    long began = System.nanoTime();
    writer.add(
        kind,
        body,
        stored -> {
          if (stored) {
            Objects.requireNonNull(taken.get(kind))
                .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
          }
          loop.runOnContext(nothing -> answer(response, stored ? OK : UNAVAILABLE));
        });
  }

  private void body(RoutingContext context, BiConsumer<RoutingContext, byte[]> then) {
    HttpServerRequest request = context.request();
    String type = request.getHeader("Content-Type");
    if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith("application/json")) {
      answer(context.response(), UNSUPPORTED);
      return;
    }
    int limit = config.webhooks().bodyLimit();
    Buffer body = Buffer.buffer();
    request.exceptionHandler(gone -> LOG.tracef("a delivery broke off: %s", gone.getMessage()));
    request.handler(
        piece -> {
          if (body.length() + piece.length() <= limit) {
            body.appendBuffer(piece);
          } else if (!context.response().ended()) {
            answer(context.response().putHeader("Connection", "close"), TOO_LARGE);
          }
        });
    request.endHandler(
        end -> {
          if (!context.response().ended()) {
            then.accept(context, body.getBytes());
          }
        });
    request.resume();
  }

  private static void answer(HttpServerResponse response, int status) {
    if (!response.ended() && !response.closed()) {
      response.setStatusCode(status).end();
    }
  }
}
