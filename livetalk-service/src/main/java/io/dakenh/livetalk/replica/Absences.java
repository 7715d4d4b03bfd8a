package io.dakenh.livetalk.replica;

import io.dakenh.livetalk.delivery.CatchUp;
import io.vertx.core.Vertx;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Replicas whose stream to here broke without a word. One that lives comes back within moments and
 * tells what it could not send. One that does not may have stored something and died before it told
 * anybody: then all clients here are asked to look. So they are time and again while it cannot
 * reach this replica but still works.
 */
final class Absences {
  private static final Logger LOG = Logger.getLogger(Absences.class);
  private static final long COME_BACK_MILLIS = 1_000;
  private static final long AGAIN_MILLIS = 10_000;

  private final Vertx vertx;
  private final CatchUp catchUp;
  private final Predicate<UUID> alive;
  private final Set<UUID> absent = ConcurrentHashMap.newKeySet();

  Absences(Vertx vertx, CatchUp catchUp, Predicate<UUID> alive) {
    this.vertx = vertx;
    this.catchUp = catchUp;
    this.alive = alive;
  }

  void lost(UUID replicaId) {
    if (absent.add(replicaId)) {
      vertx.setTimer(COME_BACK_MILLIS, later -> look(replicaId));
    }
  }

  void back(UUID replicaId) {
    absent.remove(replicaId);
  }

  void forgetAll() {
    absent.clear();
  }

  private void look(UUID replicaId) {
    if (!absent.contains(replicaId)) {
      return;
    }
    LOG.infof("replica %s did not come back; clients are asked to look for gaps", replicaId);
    catchUp.ofAll();
    Thread.ofVirtual().name("replica-absence").start(() -> lookAgainWhileItLives(replicaId));
  }

  private void lookAgainWhileItLives(UUID replicaId) {
    boolean lives;
    try {
      lives = alive.test(replicaId);
    } catch (RuntimeException unknown) {
      LOG.debugf("whether replica %s lives cannot be told: %s", replicaId, unknown.getMessage());
      lives = true;
    }
    if (lives) {
      vertx.setTimer(AGAIN_MILLIS, later -> look(replicaId));
    } else {
      absent.remove(replicaId);
    }
  }
}
