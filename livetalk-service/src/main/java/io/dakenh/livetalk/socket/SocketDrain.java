package io.dakenh.livetalk.socket;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.delivery.Frames;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Empties this replica before it stops: readiness is off already, each client is told to come back
 * at a time of its own, what is being worked on is finished, then the sockets are closed.
 */
@ApplicationScoped
class SocketDrain {
  private static final Logger LOG = Logger.getLogger(SocketDrain.class);
  private static final long FINISH_MILLIS = 1_500;

  private final ConnectionRegistry registry;
  private final ReconnectPlan plan;
  private final Thread atExit = Thread.ofPlatform().name("socket-drain").unstarted(this::exit);
  private volatile boolean draining;
  private volatile boolean exiting;

  @Inject
  SocketDrain(ConnectionRegistry registry, LivetalkConfig config) {
    this(
        registry,
        new ReconnectPlan(
            config.socket().reconnectSpread(), config.socket().reconnectsPerSecond()));
  }

  SocketDrain(ConnectionRegistry registry, ReconnectPlan plan) {
    this.registry = registry;
    this.plan = plan;
  }

  /** Whether new sockets belong elsewhere. */
  boolean draining() {
    return draining;
  }

  /**
   * The process is told to stop: this runs while {@code quarkus.shutdown.delay} keeps everything
   * else going. Waiting for the application's own shutdown would be too late, the server is closed
   * by then.
   */
  void start(@Observes StartupEvent event) {
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** For a stop that is not the end of the process; does nothing after the other. */
  void stop(@Observes @Priority(10) ShutdownEvent event) {
    drain();
    if (!Thread.currentThread().isInterrupted() && !exiting) {
      Runtime.getRuntime().removeShutdownHook(atExit);
    }
  }

  private void exit() {
    exiting = true;
    drain();
  }

  synchronized void drain() {
    if (draining) {
      return;
    }
    draining = true;
    List<SocketConnection> open = new ArrayList<>();
    // Agents come first, and so they come back first: many wait for each of them.
    registry.each(open::add);
    long[] delays = plan.delays(open.size());
    CountDownLatch busy = new CountDownLatch(open.size());
    for (int place = 0; place < delays.length; place++) {
      SocketConnection connection = open.get(place);
      connection.push(Frames.encode(new Frames.Reconnect(delays[place])));
      connection.finish(
          () -> {
            connection.close(CloseCode.DRAINING);
            busy.countDown();
          });
    }
    try {
      if (!busy.await(FINISH_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.warnf("%d sockets are closed with frames unanswered", busy.getCount());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    registry.each(connection -> connection.close(CloseCode.DRAINING));
    LOG.infof(
        "%d sockets drained; they come back over %d ms",
        open.size(), plan.windowMillis(open.size()));
  }
}
