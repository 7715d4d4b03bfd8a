package io.dakenh.livetalk.presence;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.party.Party;
import io.dakenh.platform.time.Ids;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Watches the sockets of this replica: an agent is there with the first one and gone a grace period
 * after the last. Replicas watch each other by their beats, so the agents of a dead one do not stay
 * "online".
 */
@ApplicationScoped
public class AgentPresence {
  private static final Logger LOG = Logger.getLogger(AgentPresence.class);
  private static final long TICK_MILLIS = 1_000;
  private static final int MISSED_BEATS = 3;
  private static final Duration FORGET = Duration.ofMinutes(10);

  private final PresenceStore store;
  private final UUID replicaId = Ids.next();
  private final long graceNanos;
  private final Duration beat;
  private final Duration dead;
  private final Map<Agent, Local> here = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("presence").factory());

  private long lastBeatNanos;

  @Inject
  AgentPresence(PresenceStore store, LivetalkConfig config) {
    this.store = store;
    this.graceNanos = config.presence().grace().toNanos();
    this.beat = config.presence().beat();
    this.dead = beat.multipliedBy(MISSED_BEATS);
  }

  /**
   * What this replica holds of an agent.
   *
   * @param recorded whether the database knows
   * @param leftNanos when the last socket closed, meaningful without sockets only
   */
  private record Local(int sockets, boolean recorded, long leftNanos) {}

  /** By what other replicas know this one; another one after each start. */
  public UUID replicaId() {
    return replicaId;
  }

  /** Whether a replica has said lately that it lives. */
  public boolean lives(UUID replica) {
    return store.lives(replica, dead);
  }

  /** A socket opened. */
  public void connected(Party party) {
    Agent agent = new Agent(party.tenantId(), party.id());
    Local now =
        here.merge(
            agent,
            new Local(1, false, 0),
            (old, one) -> new Local(old.sockets() + 1, old.recorded(), 0));
    if (!now.recorded()) {
      record(agent);
    }
  }

  /** A socket closed. */
  public void disconnected(Party party) {
    here.computeIfPresent(
        new Agent(party.tenantId(), party.id()),
        (agent, local) -> new Local(local.sockets() - 1, local.recorded(), System.nanoTime()));
  }

  /** The agent declared an availability. */
  public void declare(Party party, PresenceState state) {
    store.declared(new Agent(party.tenantId(), party.id()), state);
  }

  void start(@Observes StartupEvent event) {
    beat();
    timer.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * The beats end, and the sockets with them; whoever does not come back elsewhere goes offline
   * then.
   */
  void stop(@Observes ShutdownEvent event) {
    timer.shutdownNow();
  }

  private void record(Agent agent) {
    try {
      store.connected(agent, replicaId);
      here.computeIfPresent(
          agent, (key, local) -> new Local(local.sockets(), true, local.leftNanos()));
    } catch (RuntimeException away) {
      LOG.warnf("presence of agentId=%s is recorded later: %s", agent.id(), away.getMessage());
    }
  }

  private void tick() {
    try {
      here.forEach(
          (agent, local) -> {
            if (local.sockets() > 0 && !local.recorded()) {
              record(agent);
            } else if (local.sockets() <= 0 && System.nanoTime() - local.leftNanos() > graceNanos) {
              leave(agent, local);
            }
          });
      if (System.nanoTime() - lastBeatNanos > beat.toNanos()) {
        beat();
      }
    } catch (RuntimeException away) {
      LOG.warnf("presence waits for the database: %s", away.getMessage());
    }
  }

  /** Unless a socket opens in the very moment: then the entry differs, or is there again. */
  private void leave(Agent agent, Local gone) {
    if (here.remove(agent, gone)) {
      try {
        store.left(agent, replicaId, () -> here.containsKey(agent));
      } catch (RuntimeException away) {
        here.putIfAbsent(agent, gone);
        throw away;
      }
    }
  }

  private void beat() {
    try {
      store.beat(replicaId, FORGET);
      // One beat early: others count from when the database took the last one.
      boolean maybeCountedDead =
          lastBeatNanos != 0 && System.nanoTime() - lastBeatNanos > dead.minus(beat).toNanos();
      lastBeatNanos = System.nanoTime();
      if (maybeCountedDead) {
        here.keySet().forEach(this::record);
      }
      for (Agent agent : store.stranded(dead)) {
        store.forgetDead(agent, dead);
      }
    } catch (RuntimeException away) {
      LOG.warnf("no beat: %s", away.getMessage());
    }
  }
}
