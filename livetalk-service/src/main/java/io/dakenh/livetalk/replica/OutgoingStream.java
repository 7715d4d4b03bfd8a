package io.dakenh.livetalk.replica;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The stream from this replica to another: dialled from here, opened again whenever it breaks. It
 * sends what concerns people who have sockets there, in order, and remembers by business what it
 * could not send or does not know to have arrived.
 */
final class OutgoingStream {
  private static final Logger LOG = Logger.getLogger(OutgoingStream.class);
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;
  private static final int MOST_DOUBLINGS = 5;

  /** For an address that leads to a replica known by another one, or to this one. */
  private static final long ALIAS_PAUSE_MILLIS = 30_000;

  private final PeerNetwork peers;
  private final SocketAddress address;

  private Missed missed = new Missed();

  /** Sent since the last ping, and before it: what was sent before an answered one has arrived. */
  private Missed sent = new Missed();

  private Missed confirming = new Missed();
  private Interest interest = new Interest();
  private @Nullable Outbound out;
  private @Nullable UUID replicaId;
  private @Nullable Line opening;
  private long openedNanos;
  private boolean live;
  private boolean retired;
  private int attempt;
  private long pings;
  private long pongs;
  private long pingedNanos;
  private long lastLiveNanos = System.nanoTime();

  OutgoingStream(PeerNetwork peers, SocketAddress address, Missed before) {
    this.peers = peers;
    this.address = address;
    missed.add(before);
  }

  void dial() {
    peers.client().connect(address).onComplete(this::opened, this::unreachable);
  }

  private void unreachable(Throwable why) {
    LOG.debugf("replica at %s is not reached: %s", address, why.getMessage());
    redial(pause());
  }

  private synchronized long pause() {
    long most =
        Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(attempt++, MOST_DOUBLINGS));
    return ThreadLocalRandom.current().nextLong(FIRST_PAUSE_MILLIS / 2, most + 1);
  }

  private void redial(long afterMillis) {
    if (!isRetired()) {
      peers.vertx().setTimer(afterMillis, later -> redialNow());
    }
  }

  private void redialNow() {
    if (!isRetired()) {
      dial();
    }
  }

  private void opened(NetSocket socket) {
    if (isRetired()) {
      socket.close();
      return;
    }
    Line line = new Line(socket);
    greeted(line);
    socket.handler(line.reader);
    socket.exceptionHandler(broken -> LOG.debugf("stream to %s: %s", address, broken.getMessage()));
    socket.closeHandler(closed -> line.closed());
  }

  private synchronized void greeted(Line line) {
    opening = line;
    openedNanos = System.nanoTime();
  }

  /** One connection of the stream, from the first byte to the last; on its event loop. */
  private final class Line {
    private final NetSocket socket;
    private final Outbound outbound;
    private final SignalReader reader;
    private byte @Nullable [] answererNonce;
    private byte @Nullable [] ownNonce;
    private boolean known;
    private boolean alias;

    Line(NetSocket socket) {
      this.socket = socket;
      this.outbound = new Outbound(socket, Vertx.currentContext(), peers.settings().queueBytes());
      this.reader = new SignalReader(this::heard, this::refuse);
    }

    private void refuse(String why) {
      LOG.warnf("the stream to the replica at %s is closed: %s", address, why);
      socket.close();
    }

    private void heard(Signal signal) {
      switch (signal) {
        case Signal.Challenge challenge when answererNonce == null -> prove(challenge.nonce());
        case Signal.Welcome welcome when !known -> welcomed(welcome);
        case Signal.People people when known -> noted(people);
        case Signal.Complete complete when known -> goLive(outbound);
        case Signal.Pong pong when known -> confirmed(pong.number());
        default -> refuse("it said " + signal.getClass().getSimpleName() + " out of turn");
      }
    }

    private void prove(byte[] challenge) {
      byte[] nonce = Handshake.nonce();
      answererNonce = challenge;
      ownNonce = nonce;
      UUID id = peers.replicaId();
      int port = peers.port();
      byte[] proof =
          peers.handshake().proof(Handshake.Side.DIALS, challenge, nonce, claims(id, port));
      send(new Signal.Proof(nonce, id, port, proof));
    }

    private void welcomed(Signal.Welcome welcome) {
      byte[] challenge = answererNonce;
      byte[] nonce = ownNonce;
      if (challenge == null
          || nonce == null
          || !peers
              .handshake()
              .proves(
                  welcome.proof(),
                  Handshake.Side.ANSWERS,
                  challenge,
                  nonce,
                  claims(welcome.replicaId(), 0))) {
        refuse("it does not know dakenh.livetalk.peer.secret");
      } else if (peers.claim(welcome.replicaId(), OutgoingStream.this)) {
        known = true;
        reader.trust();
        begin(welcome.replicaId(), outbound);
      } else {
        alias = true;
        socket.close();
      }
    }

    private void noted(Signal.People people) {
      note(people);
      send(new Signal.Noted(people.number()));
    }

    private void send(Signal signal) {
      if (!outbound.offer(Wire.encode(signal))) {
        refuse("it does not read");
      }
    }

    private void closed() {
      if (known) {
        lost(outbound);
      }
      redial(alias ? ALIAS_PAUSE_MILLIS : pause());
    }
  }

  /** What a side claims of itself, as bytes to be proved. */
  static byte[] claims(UUID replicaId, int port) {
    return Buffer.buffer()
        .appendLong(replicaId.getMostSignificantBits())
        .appendLong(replicaId.getLeastSignificantBits())
        .appendInt(port)
        .getBytes();
  }

  private synchronized void begin(UUID id, Outbound outbound) {
    replicaId = id;
    out = outbound;
    interest = new Interest();
  }

  private synchronized void note(Signal.People people) {
    people.people().forEach(each -> interest.set(each.person(), each.present()));
  }

  /** From here on nothing is missed; what was until now is told first. */
  private synchronized void goLive(Outbound outbound) {
    if (retired || out != outbound) {
      return;
    }
    outbound.offer(Wire.encode(new Signal.Live(missed.all(), missed.tenantIds())));
    // Known to have arrived no sooner than anything else that is sent.
    sent = missed;
    confirming = new Missed();
    missed = new Missed();
    pings = 0;
    pongs = 0;
    attempt = 0;
    live = true;
    opening = null;
    LOG.infof("stream to replica %s at %s is open", replicaId, address);
  }

  /** Sends it if it concerns anybody there. */
  synchronized void send(Delivery delivery, Encoded encoded) {
    if (!live) {
      missed.add(delivery.tenantId());
      return;
    }
    if (!interest.concerns(delivery)) {
      return;
    }
    sent.add(delivery.tenantId());
    Outbound open = out;
    if (open != null && open.offer(encoded.bytes())) {
      peers.meters().sent();
    } else {
      LOG.warnf("replica %s reads too slowly; its clients will catch up", replicaId);
      cut();
    }
  }

  /** A delivery as bytes, made once and only if somebody wants it. */
  static final class Encoded {
    private final Delivery delivery;
    private @Nullable Buffer bytes;

    Encoded(Delivery delivery) {
      this.delivery = delivery;
    }

    Buffer bytes() {
      Buffer made = bytes;
      if (made == null) {
        made = Wire.encode(new Signal.Deliver(delivery));
        bytes = made;
      }
      return made;
    }
  }

  /** Now and then: everything before a ping that was answered has arrived. */
  synchronized void tick() {
    Outbound open = out;
    if (!live || open == null) {
      endSlowOpening();
      return;
    }
    lastLiveNanos = System.nanoTime();
    if (pongs < pings) {
      if (System.nanoTime() - pingedNanos > peers.settings().silence().toNanos()) {
        LOG.warnf("replica %s does not answer", replicaId);
        cut();
      }
      return;
    }
    confirming = sent;
    sent = new Missed();
    pings++;
    pingedNanos = System.nanoTime();
    if (!open.offer(Wire.encode(new Signal.Ping(pings)))) {
      cut();
    }
  }

  private void endSlowOpening() {
    Line slow = opening;
    if (slow != null && System.nanoTime() - openedNanos > peers.settings().silence().toNanos()) {
      opening = null;
      slow.outbound.close();
    }
  }

  private synchronized void confirmed(long ping) {
    if (ping == pings) {
      pongs = ping;
      confirming = new Missed();
    }
  }

  private synchronized void lost(Outbound outbound) {
    UUID id = replicaId;
    if (out != outbound || id == null) {
      return;
    }
    forget();
    out = null;
    replicaId = null;
    peers.release(id, this);
  }

  /** Nothing more goes out by this connection; what is not known to have arrived may not have. */
  private void cut() {
    Outbound open = out;
    forget();
    if (open != null) {
      open.close();
    }
  }

  private void forget() {
    if (live && !retired) {
      peers.meters().lost();
    }
    live = false;
    missed.add(sent);
    missed.add(confirming);
    sent = new Missed();
    confirming = new Missed();
    interest = new Interest();
  }

  /** Ends it for good; the other side is told that nothing is missing, where nothing is. */
  synchronized CompletableFuture<Void> retire() {
    retired = true;
    Outbound open = out;
    if (open == null) {
      return CompletableFuture.completedFuture(null);
    }
    if (!live) {
      open.close();
      return CompletableFuture.completedFuture(null);
    }
    live = false;
    open.offer(Wire.encode(new Signal.Bye()));
    return open.finish();
  }

  synchronized boolean isLive() {
    return live;
  }

  private synchronized boolean isRetired() {
    return retired;
  }

  /** Whether it has been of no use for so long. */
  synchronized boolean idleFor(long nanos) {
    return !live && System.nanoTime() - lastLiveNanos > nanos;
  }
}
