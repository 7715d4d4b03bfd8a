package io.dakenh.livetalk.webhook;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.platform.relational.timer.DueTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Takes endpoints that have something due and gives each to a worker for one delivery; then it
 * queues behind the others. So many workers at most, and never two at one endpoint.
 */
@ApplicationScoped
class WebhookTimer implements DueTimer.Work {
  private static final Logger LOG = Logger.getLogger(WebhookTimer.class);
  private static final Duration TIDY_EVERY = Duration.ofMinutes(10);
  private static final int FORGET_AT_ONCE = 1_000;
  private static final long PATIENCE_SECONDS = 1;
  private static final long LAST_SECONDS = 3;

  private final EndpointQueue queue;
  private final Deliveries deliveries;
  private final Bodies bodies;
  private final Courier courier;
  private final Outcomes outcomes;
  private final MeterRegistry meters;
  private final LivetalkConfig.Webhooks config;
  private final Clock clock;
  private final Semaphore free;
  private final DueTimer timer;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private Instant tidied = Instant.EPOCH;

  @Inject
  WebhookTimer(
      EndpointQueue queue,
      Deliveries deliveries,
      Bodies bodies,
      Courier courier,
      Outcomes outcomes,
      MeterRegistry meters,
      LivetalkConfig config,
      Clock clock) {
    this.queue = queue;
    this.deliveries = deliveries;
    this.bodies = bodies;
    this.courier = courier;
    this.outcomes = outcomes;
    this.meters = meters;
    this.config = config.webhooks();
    this.clock = clock;
    this.free = new Semaphore(this.config.workers());
    this.timer = new DueTimer("webhook-timer", deliveries.bell(), this.config.sweep(), this);
  }

  void begin(@Observes StartupEvent event) {
    timer.start();
  }

  void end(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
    timer.stop();
    workers.shutdown();
    if (!workers.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS)) {
      workers.shutdownNow();
    }
  }

  @Override
  public boolean doSome() {
    if (!freeWorker()) {
      return false;
    }
    Optional<Endpoint> claimed = Optional.empty();
    try {
      claimed = queue.claim();
      claimed.ifPresent(endpoint -> workers.execute(() -> work(endpoint)));
    } finally {
      if (claimed.isEmpty()) {
        free.release();
      }
    }
    return claimed.isPresent();
  }

  private boolean freeWorker() {
    try {
      return free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void work(Endpoint endpoint) {
    try {
      deliveries.next(endpoint).ifPresent(delivery -> deliver(endpoint, delivery));
      queue.release(endpoint);
    } catch (RuntimeException failed) {
      // Its lease ends by itself; what was sent and not written down is sent again.
      LOG.warnf(failed, "webhookId=%s is tried again", endpoint.id());
    } finally {
      free.release();
      deliveries.bell().ring();
    }
  }

  private void deliver(Endpoint endpoint, Delivery delivery) {
    Courier.Outcome outcome = courier.send(endpoint, delivery, bodies.of(delivery));
    outcomes.write(endpoint, delivery, outcome);
    meters
        .counter("dakenh_livetalk_webhook", "outcome", outcome.taken() ? "delivered" : "failed")
        .increment();
  }

  @Override
  public Optional<Duration> untilNext() {
    tidy();
    return queue.untilNext();
  }

  /** Only the timer's own thread comes here. */
  private void tidy() {
    Instant now = clock.instant();
    if (tidied.plus(TIDY_EVERY).isBefore(now)) {
      tidied = now;
      Instant before = now.minus(config.keep());
      int gone = FORGET_AT_ONCE;
      while (gone == FORGET_AT_ONCE) {
        gone = deliveries.forget(before, FORGET_AT_ONCE);
      }
    }
  }
}
