package io.dakenh.livetalk.webhook;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.platform.net.SafeAddress;
import io.dakenh.platform.net.SafeAddress.RefusedException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Makes one attempt: looks the name up, judges the address, connects to that very address, sends,
 * and reads the beginning of the answer. Redirects are answers like any other and not followed.
 */
@ApplicationScoped
class Courier {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int MOST_OF_ANSWER = 500;
  private static final int OK = 200;
  private static final int REDIRECT = 300;

  private final HttpClient client;
  private final Targets targets;
  private final Signatures signatures;
  private final Duration timeout;
  private final Clock clock;

  @Inject
  Courier(Vertx vertx, Targets targets, Signatures signatures, LivetalkConfig config, Clock clock) {
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setKeepAlive(false)
                .setVerifyHost(true)
                .setForceSni(true));
    this.targets = targets;
    this.signatures = signatures;
    this.timeout = config.webhooks().timeout();
    this.clock = clock;
  }

  /**
   * What an attempt led to.
   *
   * @param failure why there is no status
   */
  record Outcome(
      @Nullable Integer status, @Nullable String failure, @Nullable String answer, long millis) {
    boolean taken() {
      return status != null && status >= OK && status < REDIRECT;
    }
  }

  Outcome send(Endpoint endpoint, Delivery delivery, String body) {
    long started = System.nanoTime();
    try {
      SafeAddress address = targets.judge(endpoint.url());
      return post(address, endpoint, delivery, body, started);
    } catch (RefusedException refused) {
      return new Outcome(null, refused.code(), null, since(started));
    } catch (UnknownHostException unknown) {
      return new Outcome(null, "address-unknown", null, since(started));
    }
  }

  private Outcome post(
      SafeAddress address, Endpoint endpoint, Delivery delivery, String body, long started) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(
                SocketAddress.inetSocketAddress(address.port(), address.address().getHostAddress()))
            .setHost(address.uri().getHost())
            .setPort(address.port())
            .setSsl(address.tls())
            .setURI(address.requestUri())
            .setFollowRedirects(false)
            .putHeader("Content-Type", "application/json")
            .putHeader("User-Agent", "Dakenh-Webhooks/1")
            .putHeader("Dakenh-Event", delivery.type())
            .putHeader("Dakenh-Delivery", delivery.eventId().toString())
            .putHeader("Dakenh-Signature", signatures.header(endpoint, body, clock.instant()));
    AtomicReference<HttpClientRequest> underWay = new AtomicReference<>();
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    client
        .request(options)
        .compose(
            request -> {
              underWay.set(request);
              return request.send(Buffer.buffer(body));
            })
        .onSuccess(response -> collect(response, answer))
        .onFailure(answer::completeExceptionally);
    try {
      Answer got = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return new Outcome(got.status(), null, got.beginning(), since(started));
    } catch (ExecutionException failed) {
      return new Outcome(null, "unreachable", null, since(started));
    } catch (TimeoutException late) {
      HttpClientRequest request = underWay.get();
      if (request != null) {
        request.reset();
      }
      return new Outcome(null, "timeout", null, since(started));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new Outcome(null, "unreachable", null, since(started));
    }
  }

  private record Answer(int status, String beginning) {}

  /** Enough to see what is wrong; an answer that never ends is cut off there. */
  private static void collect(HttpClientResponse response, CompletableFuture<Answer> answer) {
    Buffer beginning = Buffer.buffer();
    response.exceptionHandler(answer::completeExceptionally);
    response.handler(
        piece -> {
          beginning.appendBuffer(piece);
          if (beginning.length() >= MOST_OF_ANSWER) {
            answer.complete(new Answer(response.statusCode(), text(beginning)));
            response.request().connection().close();
          }
        });
    response.endHandler(end -> answer.complete(new Answer(response.statusCode(), text(beginning))));
  }

  /** Whatever it is, as text a screen and the store can hold. */
  private static String text(Buffer bytes) {
    int length = Math.min(bytes.length(), MOST_OF_ANSWER);
    return new String(bytes.getBytes(0, length), StandardCharsets.UTF_8)
        .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
        .strip();
  }

  private static long since(long started) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
  }

  @PreDestroy
  void close() {
    client.close();
  }
}
