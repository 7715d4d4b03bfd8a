package io.dakenh.referral.referral;

import io.dakenh.referral.ReferralConfig;
import io.dakenh.referral.click.Clicks;
import io.dakenh.referral.progress.Progress;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Looks now and then for rewards that waited for a new month, and deletes what may not be kept any
 * longer.
 */
@ApplicationScoped
class ReferralSweep {
  private static final Logger LOG = Logger.getLogger(ReferralSweep.class);
  private static final int BATCH = 500;

  private final ReferralRepository referrals;
  private final Rewards rewards;
  private final Clicks clicks;
  private final Progress progress;
  private final ReferralConfig config;
  private final CountDownLatch stopped = new CountDownLatch(1);

  @Inject
  ReferralSweep(
      ReferralRepository referrals,
      Rewards rewards,
      Clicks clicks,
      Progress progress,
      ReferralConfig config) {
    this.referrals = referrals;
    this.rewards = rewards;
    this.clicks = clicks;
    this.progress = progress;
    this.config = config;
  }

  void start(@Observes StartupEvent starting) {
    Thread.ofPlatform().daemon().name("referral-sweep").start(this::run);
  }

  void stop(@Observes ShutdownEvent stopping) {
    stopped.countDown();
  }

  private void run() {
    try {
      while (!stopped.await(config.sweep().toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          sweep();
        } catch (RuntimeException away) {
          LOG.warnf("the sweep of referrals tries again later: %s", away.toString());
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** One look. */
  void sweep() {
    referrals.waiting(BATCH).forEach(rewards::advance);
    clicks.forget();
    progress.forget();
  }
}
