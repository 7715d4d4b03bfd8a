package io.dakenh.livetalk.replica;

import io.dakenh.livetalk.delivery.CatchUp;
import io.dakenh.livetalk.delivery.LocalSockets;
import io.dakenh.livetalk.party.Party;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * All streams of this replica. Others are found by name every few seconds, and whoever dials in is
 * dialled in turn, so that a new replica is known to all at once.
 */
final class PeerNetwork {
  private static final Logger LOG = Logger.getLogger(PeerNetwork.class);
  private static final int CONNECT_MILLIS = 2_000;
  private static final long TICK_MILLIS = 1_000;
  private static final long FORGET_NANOS = Duration.ofMinutes(1).toNanos();
  private static final Duration STOP_LIMIT = Duration.ofSeconds(2);
  private static final Duration START_LIMIT = Duration.ofSeconds(10);

  private final Vertx vertx;
  private final PeerSettings settings;
  private final UUID replicaId;
  private final LocalSockets here;
  private final Absences absences;
  private final CatchUp catchUp;
  private final PeerMeters meters;
  private final Handshake handshake;
  private final NetClient client;
  private final NetServer server;

  private final ConcurrentMap<SocketAddress, OutgoingStream> outgoing = new ConcurrentHashMap<>();
  private final ConcurrentMap<UUID, OutgoingStream> claimed = new ConcurrentHashMap<>();
  private final ConcurrentMap<UUID, IncomingStream> incoming = new ConcurrentHashMap<>();
  private final Set<IncomingStream> connections = ConcurrentHashMap.newKeySet();

  /** Since the start: what a replica that nobody knew of yet cannot have heard. */
  private final Missed sinceStart = new Missed();

  private volatile boolean stopped;
  private volatile long tick = -1;
  private volatile long lookup = -1;

  PeerNetwork(
      Vertx vertx,
      PeerSettings settings,
      UUID replicaId,
      LocalSockets here,
      Absences absences,
      CatchUp catchUp,
      MeterRegistry meters) {
    this.vertx = vertx;
    this.settings = settings;
    this.replicaId = replicaId;
    this.here = here;
    this.absences = absences;
    this.catchUp = catchUp;
    this.meters = new PeerMeters(meters);
    this.handshake = new Handshake(settings.secret());
    this.client =
        vertx.createNetClient(
            new NetClientOptions().setTcpNoDelay(true).setConnectTimeout(CONNECT_MILLIS));
    this.server =
        vertx.createNetServer(
            new NetServerOptions()
                .setTcpNoDelay(true)
                .setHost(settings.host())
                .setPort(settings.port()));
    this.meters.streams(this, PeerNetwork::openStreams);
  }

  void start() {
    server.connectHandler(this::connected);
    server
        .listen()
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(START_LIMIT.toSeconds(), TimeUnit.SECONDS)
        .join();
    tick = vertx.setPeriodic(TICK_MILLIS, each -> tick());
    lookup = vertx.setPeriodic(settings.lookup().toMillis(), each -> lookUpSoon());
    lookUpSoon();
  }

  void stop() {
    stopped = true;
    vertx.cancelTimer(tick);
    vertx.cancelTimer(lookup);
    absences.forgetAll();
    CompletableFuture<?>[] ends =
        outgoing.values().stream().map(OutgoingStream::retire).toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(ends)
        .completeOnTimeout(null, STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)
        .join();
    server.close();
    client.close();
  }

  /** For replicas that know this one by no other name. */
  int port() {
    return server.actualPort();
  }

  private void connected(NetSocket socket) {
    if (stopped) {
      socket.close();
      return;
    }
    IncomingStream stream = new IncomingStream(this, socket);
    connections.add(stream);
    stream.begin();
  }

  // ------------------------------------------------------------ who there is

  private void lookUpSoon() {
    Thread.ofVirtual().name("peer-lookup").start(this::lookUp);
  }

  private void lookUp() {
    Set<SocketAddress> found = new HashSet<>();
    for (String address : settings.addresses()) {
      int colon = address.lastIndexOf(':');
      int port = Integer.parseInt(address.substring(colon + 1));
      try {
        for (InetAddress each : InetAddress.getAllByName(address.substring(0, colon))) {
          found.add(SocketAddress.inetSocketAddress(port, each.getHostAddress()));
        }
      } catch (UnknownHostException nobody) {
        LOG.debugf("nobody is called %s now", address);
      }
    }
    found.forEach(this::know);
    outgoing.forEach(
        (address, stream) -> {
          if (!found.contains(address)
              && stream.idleFor(FORGET_NANOS)
              && outgoing.remove(address, stream)) {
            stream.retire();
          }
        });
  }

  private void know(SocketAddress address) {
    if (!stopped && !outgoing.containsKey(address)) {
      OutgoingStream fresh;
      synchronized (sinceStart) {
        fresh = new OutgoingStream(this, address, sinceStart);
        if (outgoing.putIfAbsent(address, fresh) != null) {
          return;
        }
      }
      fresh.dial();
    }
  }

  /** Whether this stream is the one to that replica; another address may have led there before. */
  boolean claim(UUID other, OutgoingStream stream) {
    OutgoingStream before = other.equals(replicaId) ? null : claimed.putIfAbsent(other, stream);
    return !other.equals(replicaId) && (before == null || before == stream);
  }

  void release(UUID other, OutgoingStream stream) {
    claimed.remove(other, stream);
  }

  double openStreams() {
    return outgoing.values().stream().filter(OutgoingStream::isLive).count();
  }

  private void tick() {
    outgoing.values().forEach(OutgoingStream::tick);
    long silence = settings.silence().toNanos();
    for (IncomingStream stream : connections) {
      if (stream.silentFor(silence)) {
        LOG.warnf("replica %s has fallen silent", stream.replicaId());
        stream.close();
      }
    }
  }

  // ------------------------------------------------------------ from here to the others

  void send(Delivery delivery) {
    OutgoingStream.Encoded encoded = new OutgoingStream.Encoded(delivery);
    synchronized (sinceStart) {
      sinceStart.add(delivery.tenantId());
      outgoing.values().forEach(stream -> stream.send(delivery, encoded));
    }
  }

  // ------------------------------------------------------------ from the others to here

  /** A replica has dialled in and proved itself. */
  void joined(IncomingStream stream, UUID other, String host, int port) {
    @Nullable IncomingStream former = incoming.put(other, stream);
    if (former != null && former != stream) {
      former.close();
    }
    know(SocketAddress.inetSocketAddress(port, host));
  }

  /** Everything comes from now on; some things did not. */
  void live(IncomingStream stream, Signal.Live live) {
    UUID other = stream.replicaId();
    if (other != null) {
      absences.back(other);
    }
    if (live.all()) {
      catchUp.ofAll();
    } else if (!live.tenantIds().isEmpty()) {
      catchUp.of(live.tenantIds());
    }
  }

  void ended(IncomingStream stream) {
    connections.remove(stream);
    UUID other = stream.replicaId();
    if (other != null && incoming.remove(other, stream) && !stream.orderly() && !stopped) {
      absences.lost(other);
    }
  }

  void arrived(Party.Key person) {
    CompletableFuture<?>[] noted =
        incoming.values().stream()
            .map(stream -> noted(stream, person))
            .toArray(CompletableFuture[]::new);
    if (noted.length > 0) {
      CompletableFuture.allOf(noted).join();
    }
  }

  /** A peer that does not answer is cut: when it comes back it says what it could not send. */
  private CompletableFuture<Void> noted(IncomingStream stream, Party.Key person) {
    CompletableFuture<Void> noted = stream.announce(person);
    return noted
        .orTimeout(settings.silence().toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(
            silent -> {
              stream.close();
              return null;
            });
  }

  void left(Party.Key person) {
    incoming.values().forEach(stream -> stream.announce(person));
  }

  // ------------------------------------------------------------ for the streams

  Vertx vertx() {
    return vertx;
  }

  NetClient client() {
    return client;
  }

  PeerSettings settings() {
    return settings;
  }

  UUID replicaId() {
    return replicaId;
  }

  LocalSockets here() {
    return here;
  }

  Handshake handshake() {
    return handshake;
  }

  PeerMeters meters() {
    return meters;
  }
}
