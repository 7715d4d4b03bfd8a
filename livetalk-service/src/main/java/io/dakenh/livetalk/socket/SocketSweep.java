package io.dakenh.livetalk.socket;

import io.dakenh.livetalk.LivetalkConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * One look per second at all sockets, instead of a timer for each: silence and the end of tokens.
 */
@ApplicationScoped
class SocketSweep {
  private static final long EVERY_MILLIS = 1_000;

  private final ConnectionRegistry registry;
  private final Clock clock;
  private final long silenceNanos;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("socket-sweep").factory());

  @Inject
  SocketSweep(ConnectionRegistry registry, Clock clock, LivetalkConfig config) {
    this.registry = registry;
    this.clock = clock;
    this.silenceNanos = config.socket().silence().toNanos();
  }

  void start(@Observes StartupEvent event) {
    timer.scheduleWithFixedDelay(this::sweep, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    timer.shutdownNow();
  }

  private void sweep() {
    long now = clock.instant().getEpochSecond();
    registry.each(connection -> look(connection, now));
  }

  private void look(SocketConnection connection, long nowSecond) {
    if (connection.tokenEnded(nowSecond)) {
      connection.close(CloseCode.TOKEN_EXPIRED);
    } else if (connection.silentFor(silenceNanos)) {
      connection.close(CloseCode.HEARTBEAT_MISSED);
    }
  }
}
