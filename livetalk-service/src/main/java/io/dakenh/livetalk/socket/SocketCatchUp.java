package io.dakenh.livetalk.socket;

import io.dakenh.livetalk.delivery.CatchUp;
import io.dakenh.livetalk.directory.Directory;
import io.dakenh.livetalk.party.Party;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Says {@code ready} again on open sockets: clients then do what they do after a reconnection,
 * without the reconnection. What is pushed while the frame is made waits behind it, as at the
 * start. A few at a time, so that a crowd does not take the database from those who write.
 */
@ApplicationScoped
class SocketCatchUp implements CatchUp {
  private static final Logger LOG = Logger.getLogger(SocketCatchUp.class);
  private static final int AT_ONCE = 4;
  private static final long AGAIN_MILLIS = 1_000;

  private final ConnectionRegistry registry;
  private final Greeting greeting;
  private final Directory directory;
  private final Counter asked;
  private final Set<SocketConnection> waiting = ConcurrentHashMap.newKeySet();
  private final Semaphore working = new Semaphore(AT_ONCE);
  private final CountDownLatch stopping = new CountDownLatch(1);

  @Inject
  SocketCatchUp(
      ConnectionRegistry registry, Greeting greeting, Directory directory, MeterRegistry meters) {
    this.registry = registry;
    this.greeting = greeting;
    this.directory = directory;
    this.asked = meters.counter("dakenh.livetalk.sockets.caught.up");
  }

  @Override
  public void of(Set<UUID> tenantIds) {
    tenantIds.forEach(tenantId -> registry.each(tenantId, waiting::add));
    work();
  }

  @Override
  public void ofAll() {
    registry.each(waiting::add);
    work();
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  private void work() {
    for (int i = 0; i < AT_ONCE && !waiting.isEmpty() && working.tryAcquire(); i++) {
      Thread.ofVirtual().name("socket-catch-up").start(this::run);
    }
  }

  private void run() {
    try {
      boolean stopped = stopping.getCount() == 0;
      for (SocketConnection next; !stopped && (next = take()) != null; ) {
        boolean done = greet(next);
        if (!done) {
          waiting.add(next);
        }
        stopped = stopping.await(done ? 0 : AGAIN_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      working.release();
    }
    if (stopping.getCount() > 0) {
      // Somebody may have been added after the last look, while this one still seemed at work.
      work();
    }
  }

  private @Nullable SocketConnection take() {
    for (SocketConnection each : waiting) {
      if (waiting.remove(each)) {
        return each;
      }
    }
    return null;
  }

  /** False when it has to be tried again. */
  private boolean greet(SocketConnection connection) {
    if (!connection.listening()) {
      return true;
    }
    if (!connection.hold()) {
      // About to be opened, with a first frame that may be older than what was missed.
      return false;
    }
    @Nullable String ready = null;
    try {
      CloseCode unwelcome = unwelcome(connection.party());
      if (unwelcome == null) {
        ready = greeting.of(connection);
        asked.increment();
      } else {
        connection.close(unwelcome);
      }
      return true;
    } catch (RuntimeException away) {
      LOG.debugf("%s catches up later: %s", connection.id(), away.getMessage());
      return false;
    } finally {
      connection.greet(ready);
    }
  }

  /** What would have ended the socket, had it been heard. */
  private @Nullable CloseCode unwelcome(Party party) {
    if (directory.business(party.tenantId()).filter(business -> !business.active()).isPresent()) {
      return CloseCode.TENANT_SUSPENDED;
    }
    boolean gone =
        !party.visitor()
            && directory
                .colleague(party.tenantId(), party.id())
                .filter(known -> !known.active())
                .isPresent();
    return gone ? CloseCode.TOKEN_REFUSED : null;
  }
}
