package io.dakenh.livetalk.channel;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.message.RequestBell;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells the connector what the writer noted, right after the commit that noted it. What a replica
 * left behind when it died, the sweep of the others finds.
 */
@ApplicationScoped
class RequestRunner {
  private static final Logger LOG = Logger.getLogger(RequestRunner.class);
  private static final Duration LAST_WORK = Duration.ofSeconds(3);

  private final Requests requests;
  private final MissingMedia media;
  private final RequestBell bell;
  private final Duration sweep;
  private volatile boolean stopping;
  private @Nullable Thread runner;

  @Inject
  RequestRunner(Requests requests, MissingMedia media, RequestBell bell, LivetalkConfig config) {
    this.requests = requests;
    this.media = media;
    this.bell = bell;
    this.sweep = config.sequences().sweep();
  }

  void start(@Observes StartupEvent event) {
    runner = Thread.ofVirtual().name("channel-requests").start(this::run);
  }

  /** After the message writer: what it stored last is told too. */
  void stop(@Observes @Priority(200) ShutdownEvent event) throws InterruptedException {
    stopping = true;
    bell.ring();
    Thread running = runner;
    if (running != null) {
      running.join(LAST_WORK);
    }
  }

  private void run() {
    try {
      boolean last;
      do {
        last = stopping;
        work();
        if (!last) {
          bell.await(sweep);
        }
      } while (!last);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    try {
      while (requests.tellSome()) {
        LOG.tracef("requests of channels were told");
      }
      while (!stopping && media.fetchOne()) {
        LOG.tracef("a missing file was looked for");
      }
    } catch (RuntimeException away) {
      LOG.infof("what channels are to send waits for the next time: %s", away.getMessage());
    }
  }
}
