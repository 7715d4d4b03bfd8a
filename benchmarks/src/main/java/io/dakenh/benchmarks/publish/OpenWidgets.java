package io.dakenh.benchmarks.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dakenh.benchmarks.product.OwnedBusiness;
import io.dakenh.benchmarks.product.RunningSuite;
import io.dakenh.devstack.suite.SuiteClient;
import io.dakenh.devstack.suite.SuiteSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Widgets of one business as browsers have them open: a socket each, and when it says that the
 * settings changed, the public document is loaded and read.
 */
public final class OpenWidgets implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int VISITORS_PER_ADDRESS = 25;
  private static final int OPENED_AT_ONCE = 16;
  private static final String FORWARDED = "X-Forwarded-For";
  private static final int OK = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final OwnedBusiness business;
  private final URI document;
  private final List<SuiteSocket> sockets = new ArrayList<>();
  private final AtomicInteger askedAgain = new AtomicInteger();
  private final AtomicLong newest = new AtomicLong();
  private final AtomicReference<@Nullable String> broken = new AtomicReference<>();
  private volatile @Nullable Round round;

  private OpenWidgets(RunningSuite suite, OwnedBusiness business) {
    this.business = business;
    this.document =
        suite.direct("config").resolve("/api/v1/public/widgets/" + business.widgetKey());
  }

  /** One publish: when each widget had the new document. */
  private static final class Round {
    final long begun = System.nanoTime();
    final long versionBefore;
    final AtomicLongArray seen;
    final CountDownLatch missing;

    Round(long versionBefore, int widgets) {
      this.versionBefore = versionBefore;
      this.seen = new AtomicLongArray(widgets);
      this.missing = new CountDownLatch(widgets);
    }

    void sees(int widget, long version) {
      if (version > versionBefore && seen.compareAndSet(widget, 0, System.nanoTime() - begun)) {
        missing.countDown();
      }
    }
  }

  /** Measures some publishes with this many widgets open. */
  public static PublishFigures measure(RunningSuite suite, int widgets, int publishes) {
    OwnedBusiness business = suite.newOwnedBusiness();
    try (OpenWidgets open = new OpenWidgets(suite, business)) {
      open.open(suite, widgets);
      // The first one warms up what the others go through.
      open.publish(widgets, "Khởi động");
      List<long[]> times = new ArrayList<>();
      for (int i = 1; i <= publishes; i++) {
        times.add(open.publish(widgets, "Lần áp dụng " + i));
      }
      return PublishFigures.of(times, open.askedAgain.get());
    }
  }

  private void open(RunningSuite suite, int widgets) {
    SuiteClient livetalk = new SuiteClient(suite.direct("livetalk"));
    List<CompletableFuture<SuiteSocket>> opening = new ArrayList<>();
    try (ExecutorService crowd = Executors.newFixedThreadPool(OPENED_AT_ONCE)) {
      for (int i = 0; i < widgets; i++) {
        int widget = i;
        opening.add(
            CompletableFuture.supplyAsync(
                () ->
                    SuiteSocket.open(
                        livetalk,
                        "/ws/visitor",
                        token(livetalk.origin(), widget),
                        frame -> heard(widget, frame)),
                crowd));
      }
    }
    opening.forEach(one -> sockets.add(one.join()));
  }

  /** Each visitor is a new one; many addresses, as visitors have. */
  private String token(URI livetalk, int visitor) {
    HttpRequest request =
        HttpRequest.newBuilder(livetalk.resolve("/api/v1/public/visitor-sessions"))
            .header("Content-Type", "application/json")
            .header(FORWARDED, address(visitor))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    SuiteClient.object().put("widgetKey", business.widgetKey()).toString()))
            .build();
    return read(http.sendAsync(request, BodyHandlers.ofString()).join().body())
        .path("visitorToken")
        .asText();
  }

  private static String address(int visitor) {
    int address = visitor / VISITORS_PER_ADDRESS;
    return "10.77." + address / 250 + "." + (1 + address % 250);
  }

  private long[] publish(int widgets, String title) {
    String tag = business.draft(title);
    Round next = new Round(newest.get(), widgets);
    round = next;
    business.publish(tag);
    try {
      if (!next.missing.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException(
            next.missing.getCount()
                + " of "
                + widgets
                + " widgets never had the new document; "
                + Objects.requireNonNullElse(broken.get(), "nothing went wrong on the way"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    long[] times = new long[widgets];
    for (int i = 0; i < widgets; i++) {
      times[i] = next.seen.get(i);
    }
    return times;
  }

  private void heard(int widget, JsonNode frame) {
    Round current = round;
    if (current != null && "settings-changed".equals(frame.path("type").asText())) {
      load(widget, current, frame.path("version").asLong());
    }
  }

  private void load(int widget, Round current, long announced) {
    CompletableFuture<Void> loading =
        http.sendAsync(
                HttpRequest.newBuilder(document)
                    .header(FORWARDED, address(widget))
                    .timeout(PATIENCE)
                    .build(),
                BodyHandlers.ofString())
            .thenAccept(
                answer -> {
                  if (answer.statusCode() != OK) {
                    broken.compareAndSet(null, "the document was answered " + answer.statusCode());
                    return;
                  }
                  long version = read(answer.body()).path("version").asLong();
                  if (version >= announced) {
                    newest.accumulateAndGet(version, Math::max);
                    current.sees(widget, version);
                  } else {
                    askedAgain.incrementAndGet();
                    load(widget, current, announced);
                  }
                });
    loading.exceptionally(
        failed -> {
          broken.compareAndSet(null, "the document could not be loaded: " + failed.getMessage());
          return null;
        });
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not JSON: " + body, e);
    }
  }

  @Override
  public void close() {
    sockets.forEach(SuiteSocket::close);
    http.close();
  }
}
