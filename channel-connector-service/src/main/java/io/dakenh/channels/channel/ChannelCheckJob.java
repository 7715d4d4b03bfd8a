package io.dakenh.channels.channel;

import io.dakenh.channels.ChannelsConfig;
import io.dakenh.channels.channel.ChannelRepository.Due;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Runs {@link ChannelCheck} when rows are due. The rows decide; this thread only knows when to
 * look, and looks at least as often as {@code dakenh.channels.check-look} says.
 */
@ApplicationScoped
class ChannelCheckJob {
  private static final Logger LOG = Logger.getLogger(ChannelCheckJob.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final ChannelRepository channels;
  private final ChannelCheck check;
  private final Duration longestWait;
  private final CountDownLatch stopped = new CountDownLatch(1);

  @Inject
  ChannelCheckJob(ChannelRepository channels, ChannelCheck check, ChannelsConfig config) {
    this.channels = channels;
    this.check = check;
    this.longestWait = config.checkLook();
  }

  void start(@Observes StartupEvent starting) {
    Thread.ofPlatform().daemon().name("channel-check").start(this::run);
  }

  void stop(@Observes ShutdownEvent stopping) {
    stopped.countDown();
  }

  private void run() {
    try {
      Duration wait = Duration.ZERO;
      while (!stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        wait = workThenWait();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration workThenWait() {
    try {
      List<Due> due = check.claim();
      for (Due one : due) {
        check.ask(one).ifPresent(verdict -> check.learn(one.channel(), verdict));
      }
      return due.isEmpty() ? untilNext() : Duration.ZERO;
    } catch (RuntimeException failed) {
      LOG.warnf("channel check tries again: %s", failed.toString());
      return AFTER_FAILURE;
    }
  }

  private Duration untilNext() {
    Duration next = channels.untilNextCheck().orElse(longestWait);
    return next.compareTo(longestWait) > 0 ? longestWait : next;
  }
}
