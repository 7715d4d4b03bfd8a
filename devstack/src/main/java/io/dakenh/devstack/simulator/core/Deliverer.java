package io.dakenh.devstack.simulator.core;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * Delivers signed bodies, one account's after another, and again when they are not taken: after
 * pauses on the providers' clock, so that a test can have them pass at once.
 */
public final class Deliverer implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(200);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();
  private final Map<String, ExecutorService> lanes = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Later> later = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("simulator-retries").factory());
  private final SimClock clock;
  private final Journal journal;

  /** With the clock that its pauses go by. */
  public Deliverer(SimClock clock, Journal journal) {
    this.clock = clock;
    this.journal = journal;
    ticker.scheduleWithFixedDelay(
        this::again, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * One body on its way.
   *
   * @param patience how long the receiver may take
   * @param pauses before each further attempt
   * @param headers for the attempt of that number
   */
  public record Delivery(
      String provider,
      String account,
      String url,
      byte[] body,
      Duration patience,
      List<Duration> pauses,
      UnaryOperator<Map<String, String>> headers) {}

  private record Later(Delivery delivery, int attempt, Instant due) {}

  /** Delivers, behind what the same account has on the way. */
  public void deliver(Delivery delivery) {
    lane(delivery).execute(() -> attempt(delivery, 0));
  }

  private ExecutorService lane(Delivery delivery) {
    return lanes.computeIfAbsent(
        delivery.provider() + delivery.account(),
        key -> Executors.newSingleThreadExecutor(Thread.ofVirtual().factory()));
  }

  private void again() {
    Instant now = clock.instant();
    later.removeIf(
        one -> {
          boolean due = !one.due().isAfter(now);
          if (due) {
            lane(one.delivery()).execute(() -> attempt(one.delivery(), one.attempt()));
          }
          return due;
        });
  }

  private void attempt(Delivery delivery, int attempt) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(delivery.url()))
            .timeout(delivery.patience())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(delivery.body()));
    Map<String, String> start =
        attempt == 0 ? Map.of() : Map.of("num_retry", Integer.toString(attempt));
    delivery.headers().apply(start).forEach(request::header);
    int status = 0;
    try {
      status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
    } catch (IOException unanswered) {
      status = -1;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    journal.delivered(
        delivery.provider(),
        delivery.url(),
        attempt,
        status,
        new String(delivery.body(), StandardCharsets.UTF_8));
    if (status != 200 && attempt < delivery.pauses().size()) {
      later.add(
          new Later(delivery, attempt + 1, clock.instant().plus(delivery.pauses().get(attempt))));
    }
  }

  @Override
  public void close() {
    ticker.shutdownNow();
    lanes.values().forEach(ExecutorService::shutdownNow);
    http.shutdownNow();
  }
}
