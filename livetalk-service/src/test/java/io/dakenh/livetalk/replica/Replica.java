package io.dakenh.livetalk.replica;

import io.dakenh.livetalk.delivery.CatchUp;
import io.dakenh.livetalk.delivery.Fanout;
import io.dakenh.livetalk.delivery.LocalSockets;
import io.dakenh.livetalk.party.Party;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A replica of which only the streams are there, with a Vert.x of its own; it keeps what would go
 * to its sockets.
 */
final class Replica implements LocalSockets, CatchUp, AutoCloseable {
  static final String SECRET = "a secret of all replicas in this test";

  private final Vertx vertx = Vertx.vertx();
  private final UUID id = UUID.randomUUID();
  private final Set<Party.Key> people = ConcurrentHashMap.newKeySet();
  private final List<String> got = new CopyOnWriteArrayList<>();
  private final List<Object> asked = new CopyOnWriteArrayList<>();
  private final PeerNetwork network;
  private final ReplicaFanout fanout;
  private boolean alive = true;

  private Replica(String secret, long queueBytes, int port, String... peers) {
    PeerSettings settings =
        new PeerSettings(
            List.of(peers),
            "127.0.0.1",
            port,
            secret,
            Duration.ofMillis(200),
            Duration.ofSeconds(3),
            queueBytes);
    this.network =
        new PeerNetwork(
            vertx,
            settings,
            id,
            this,
            new Absences(vertx, this, replica -> false),
            this,
            new SimpleMeterRegistry());
    this.fanout = new ReplicaFanout(this, new Peers(network));
    network.start();
  }

  static Replica knowing(String... peers) {
    return new Replica(SECRET, 4_194_304, 0, peers);
  }

  static Replica withSecret(String secret, String... peers) {
    return new Replica(secret, 4_194_304, 0, peers);
  }

  static Replica withQueue(long bytes, String... peers) {
    return new Replica(SECRET, bytes, 0, peers);
  }

  static Replica at(int port, String... peers) {
    return new Replica(SECRET, 4_194_304, port, peers);
  }

  String address() {
    return "127.0.0.1:" + network.port();
  }

  int port() {
    return network.port();
  }

  Fanout fanout() {
    return fanout;
  }

  /** The streams from here that are open. */
  double streams() {
    return network.openStreams();
  }

  Replica awaitStreams(int count) {
    Awaitility.await(count + " streams").until(() -> streams() == count);
    return this;
  }

  /** Somebody opens a socket here. */
  void arrives(Party.Key person) {
    people.add(person);
    network.arrived(person);
  }

  /** Somebody closes the last socket here. */
  void leaves(Party.Key person) {
    people.remove(person);
    network.left(person);
  }

  /** What went to sockets here. */
  List<String> got() {
    return got;
  }

  /** Businesses whose clients were asked to catch up; "all" for everybody's. */
  List<Object> asked() {
    return asked;
  }

  /** Ends like a process that is killed: connections break, nobody is told anything. */
  void die() throws Exception {
    if (alive) {
      alive = false;
      vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
  }

  /** Ends like a process that is told to stop. */
  void stop() throws Exception {
    network.stop();
    die();
  }

  @Override
  public void close() throws Exception {
    die();
  }

  @Override
  public Set<Party.Key> people() {
    return people;
  }

  @Override
  public void of(Set<UUID> tenantIds) {
    asked.addAll(tenantIds);
  }

  @Override
  public void ofAll() {
    asked.add("all");
  }

  @Override
  public void toVisitor(UUID tenantId, UUID visitorId, String frame, @Nullable UUID except) {
    got.add("visitor " + visitorId + " " + frame + " " + except);
  }

  @Override
  public void toAgent(UUID tenantId, UUID agentId, String frame, @Nullable UUID except) {
    got.add("agent " + agentId + " " + frame + " " + except);
  }

  @Override
  public void toAgents(UUID tenantId, String frame) {
    got.add("agents " + tenantId + " " + frame);
  }

  @Override
  public void toVisitors(UUID tenantId, String frame) {
    got.add("visitors " + tenantId + " " + frame);
  }

  @Override
  public void dismissAgent(UUID tenantId, UUID agentId) {
    got.add("dismiss " + agentId);
  }

  @Override
  public void dismissTenant(UUID tenantId) {
    got.add("dismiss all " + tenantId);
  }
}
