package io.dakenh.channels.work;

import io.dakenh.channels.ChannelsConfig;
import io.dakenh.channels.work.WorkQueue.Claim;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs the workers of both lanes: many threads at once, each by one worker. */
@ApplicationScoped
class LaneRunner {
  private static final Logger LOG = Logger.getLogger(LaneRunner.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final WorkQueue queue;
  private final Instance<ThreadWorker> workers;
  private final ChannelsConfig.Outbound config;
  private final Clock clock;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean stopping;

  @Inject
  LaneRunner(WorkQueue queue, Instance<ThreadWorker> workers, ChannelsConfig config, Clock clock) {
    this.queue = queue;
    this.workers = workers;
    this.config = config.outbound();
    this.clock = clock;
  }

  void start(@Observes StartupEvent starting) {
    for (ThreadWorker worker : workers) {
      Thread.ofPlatform()
          .daemon()
          .name("threads-" + worker.lane().code())
          .start(() -> run(worker, new Semaphore(config.workers())));
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    for (Lane lane : Lane.values()) {
      queue.alarm(lane).ring();
    }
    executor.shutdown();
    if (!executor.awaitTermination(3, TimeUnit.SECONDS)) {
      executor.shutdownNow();
    }
  }

  private void run(ThreadWorker worker, Semaphore free) {
    Lane lane = worker.lane();
    try {
      while (!stopping) {
        free.acquire();
        int room = 1 + free.drainPermits();
        List<Claim> claims = claimed(lane, room);
        free.release(room - claims.size());
        for (Claim claim : claims) {
          executor.execute(() -> work(worker, claim, free));
        }
        if (claims.size() < room) {
          queue.alarm(lane).await(untilNext(lane).toNanos());
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Claim> claimed(Lane lane, int room) {
    try {
      return queue.claim(lane, room, config.lease());
    } catch (RuntimeException away) {
      LOG.warnf("no threads could be claimed: %s", away.toString());
      return List.of();
    }
  }

  private Duration untilNext(Lane lane) {
    try {
      Duration next = queue.untilNext(lane).orElse(config.look());
      return next.compareTo(config.look()) > 0 ? config.look() : next;
    } catch (RuntimeException away) {
      LOG.debugf("when the next thread is due is unknown: %s", away.toString());
      return AFTER_FAILURE;
    }
  }

  private void work(ThreadWorker worker, Claim claim, Semaphore free) {
    @Nullable Instant later;
    try {
      later = worker.work(claim.threadId());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      later = clock.instant();
    } catch (RuntimeException failed) {
      LOG.warnf(failed, "threadId=%s is tried again", claim.threadId());
      later = clock.instant().plus(AFTER_FAILURE);
    }
    try {
      queue.release(claim, later);
    } catch (RuntimeException away) {
      LOG.warnf("threadId=%s is free when its lease ends: %s", claim.threadId(), away.toString());
    } finally {
      free.release();
      queue.alarm(claim.lane()).ring();
    }
  }
}
