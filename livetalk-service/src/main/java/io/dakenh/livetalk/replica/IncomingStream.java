package io.dakenh.livetalk.replica;

import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.replica.Signal.Presence;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The other end of another replica's {@link OutgoingStream}: says whose sockets are here, and
 * pushes to them what comes.
 */
final class IncomingStream {
  private static final Logger LOG = Logger.getLogger(IncomingStream.class);
  private static final int PEOPLE_AT_ONCE = 1_000;

  private final PeerNetwork peers;
  private final NetSocket socket;
  private final Outbound out;
  private final SignalReader reader;
  private final byte[] nonce = Handshake.nonce();
  private final Deque<Announcement> unnoted = new ArrayDeque<>();
  private volatile @Nullable UUID replicaId;
  private volatile long heardNanos = System.nanoTime();
  private volatile boolean orderly;
  private long announced;
  private boolean closed;

  private record Announcement(long number, CompletableFuture<Void> noted) {}

  /** On the event loop of the socket. */
  IncomingStream(PeerNetwork peers, NetSocket socket) {
    this.peers = peers;
    this.socket = socket;
    this.out = new Outbound(socket, Vertx.currentContext(), peers.settings().queueBytes());
    this.reader = new SignalReader(this::heard, this::refuse);
  }

  void begin() {
    socket.handler(reader);
    socket.exceptionHandler(broken -> LOG.debugf("stream from a peer: %s", broken.getMessage()));
    socket.closeHandler(done -> ended());
    send(new Signal.Challenge(nonce));
  }

  private void refuse(String why) {
    LOG.warnf("a stream from %s is closed: %s", socket.remoteAddress().hostAddress(), why);
    out.close();
  }

  private void heard(Signal signal) {
    heardNanos = System.nanoTime();
    boolean known = replicaId != null;
    switch (signal) {
      case Signal.Proof proof when !known -> proved(proof);
      case Signal.Noted noted when known -> noted(noted.number());
      case Signal.Live live when known -> peers.live(this, live);
      case Signal.Deliver deliver when known -> deliver.delivery().to(peers.here());
      case Signal.Ping ping when known -> send(new Signal.Pong(ping.number()));
      case Signal.Bye bye when known -> orderly = true;
      default -> refuse("it said " + signal.getClass().getSimpleName() + " out of turn");
    }
  }

  private void proved(Signal.Proof told) {
    byte[] claims = OutgoingStream.claims(told.replicaId(), told.port());
    if (!peers
        .handshake()
        .proves(told.proof(), Handshake.Side.DIALS, nonce, told.nonce(), claims)) {
      refuse("it does not know dakenh.livetalk.peer.secret");
      return;
    }
    UUID id = peers.replicaId();
    send(
        new Signal.Welcome(
            id,
            peers
                .handshake()
                .proof(Handshake.Side.ANSWERS, nonce, told.nonce(), OutgoingStream.claims(id, 0))));
    if (id.equals(told.replicaId())) {
      return;
    }
    reader.trust();
    replicaId = told.replicaId();
    introduce(told);
  }

  /** Who comes from now on is announced behind everybody who is here. */
  private synchronized void introduce(Signal.Proof told) {
    peers.joined(this, told.replicaId(), socket.remoteAddress().hostAddress(), told.port());
    List<Presence> some = new ArrayList<>(PEOPLE_AT_ONCE);
    for (Party.Key person : peers.here().people()) {
      some.add(new Presence(person, true));
      if (some.size() == PEOPLE_AT_ONCE) {
        send(new Signal.People(++announced, List.copyOf(some)));
        some.clear();
      }
    }
    send(new Signal.People(++announced, List.copyOf(some)));
    send(new Signal.Complete());
  }

  /** Says how it is with a person now; completed once the other side knows, or is gone. */
  synchronized CompletableFuture<Void> announce(Party.Key person) {
    if (closed) {
      return CompletableFuture.completedFuture(null);
    }
    boolean present = peers.here().people().contains(person);
    Announcement one = new Announcement(++announced, new CompletableFuture<>());
    unnoted.add(one);
    send(new Signal.People(one.number(), List.of(new Presence(person, present))));
    return one.noted();
  }

  private synchronized void noted(long number) {
    for (Announcement first; (first = unnoted.peek()) != null && first.number() <= number; ) {
      unnoted.remove();
      first.noted().complete(null);
    }
  }

  private void send(Signal signal) {
    if (!out.offer(Wire.encode(signal))) {
      refuse("it does not read");
    }
  }

  private void ended() {
    synchronized (this) {
      closed = true;
      unnoted.forEach(each -> each.noted().complete(null));
      unnoted.clear();
    }
    peers.ended(this);
  }

  /** Ends it; the other side opens another one. */
  void close() {
    out.close();
  }

  @Nullable UUID replicaId() {
    return replicaId;
  }

  /** Whether the other side said that it stops. */
  boolean orderly() {
    return orderly;
  }

  boolean silentFor(long nanos) {
    return System.nanoTime() - heardNanos > nanos;
  }
}
