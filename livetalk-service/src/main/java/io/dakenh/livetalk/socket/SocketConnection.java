package io.dakenh.livetalk.socket;

import io.dakenh.livetalk.party.Party;
import io.dakenh.platform.time.Ids;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One browser tab. It is registered before its first frame is made, so that nothing falls between
 * the two; what is pushed in the meantime is held back until {@link #start}.
 *
 * <p>No timer, no session context: a few fields, and a queue while there is something to do.
 */
final class SocketConnection {
  private static final Logger LOG = Logger.getLogger(SocketConnection.class);

  private static final int MOST_HELD_BACK = 1_000;

  private final UUID id = Ids.next();
  private final SocketLimits limits;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicReference<@Nullable Runnable> whenIdle = new AtomicReference<>();
  private volatile Party party;
  private volatile long tokenEndsAtSecond;
  private volatile long heardNanos = System.nanoTime();
  private volatile boolean finishing;

  private @Nullable List<String> heldBack = new ArrayList<>(2);
  private @Nullable Queue<Runnable> tasks;
  private volatile @Nullable ServerWebSocket socket;
  private volatile @Nullable Context context;
  private boolean paused;
  private int malformed;

  SocketConnection(Party party, long tokenEndsAtSecond, SocketLimits limits) {
    this.party = party;
    this.tokenEndsAtSecond = tokenEndsAtSecond;
    this.limits = limits;
  }

  UUID id() {
    return id;
  }

  Party party() {
    return party;
  }

  void rename(Party renamed) {
    party = renamed;
  }

  /** Sends the first frame and whatever was pushed since the connection was registered. */
  synchronized void start(ServerWebSocket opened, String first) {
    socket = opened;
    context = Vertx.currentContext();
    List<String> waiting = heldBack == null ? List.of() : heldBack;
    heldBack = null;
    write(first);
    waiting.forEach(this::write);
  }

  /**
   * Holds back what is pushed from now on, until the first frame is said again by {@link #greet}.
   *
   * @return false when it is held back already, as long as the socket is not open
   */
  synchronized boolean hold() {
    if (heldBack != null) {
      return false;
    }
    heldBack = new ArrayList<>(2);
    return true;
  }

  /**
   * Says the first frame again, then whatever was held back.
   *
   * @param first null when it could not be made
   */
  synchronized void greet(@Nullable String first) {
    List<String> waiting = heldBack == null ? List.of() : heldBack;
    heldBack = null;
    if (first != null) {
      write(first);
    }
    waiting.forEach(this::write);
  }

  /**
   * Pushes a frame. A reader that is too slow for it is cut and resumes later; nothing is skipped.
   */
  synchronized void push(String frame) {
    if (heldBack != null) {
      heldBack.add(frame);
      if (heldBack.size() > MOST_HELD_BACK) {
        close(CloseCode.SLOW_READER);
      }
    } else {
      write(frame);
    }
  }

  private void write(String frame) {
    ServerWebSocket open = socket;
    if (open == null || open.isClosed()) {
      return;
    }
    try {
      if (open.writeQueueFull()) {
        close(CloseCode.SLOW_READER);
      } else {
        open.writeTextMessage(frame);
      }
    } catch (IllegalStateException closedMeanwhile) {
      LOG.tracef("%s closed while being written to", id);
    }
  }

  /**
   * Pushes a large frame and waits until it left, so that catching up never fills the queue that
   * live messages need. Only for virtual threads.
   *
   * @return false when the reader is gone or too slow
   */
  boolean pushAndWait(String frame) {
    ServerWebSocket open = socket;
    if (open == null || open.isClosed()) {
      return false;
    }
    try {
      open.writeTextMessage(frame)
          .toCompletionStage()
          .toCompletableFuture()
          .orTimeout(limits.catchUpSeconds(), TimeUnit.SECONDS)
          .join();
      return true;
    } catch (IllegalStateException | CompletionException gone) {
      close(CloseCode.SLOW_READER);
      return false;
    }
  }

  void close(CloseCode code) {
    ServerWebSocket open = socket;
    if (open != null && !open.isClosed()) {
      finishing = true;
      LOG.debugf("closing %s: %s", id, code);
      open.close(code.code(), code.reason());
    }
  }

  /** It is closed, or was never opened. */
  void gone() {
    finishing = true;
  }

  /** Whether frames are still worth reading. */
  boolean listening() {
    return !finishing;
  }

  /**
   * Reads no more frames.
   *
   * @param finished runs once, as soon as those being worked on are answered
   */
  void finish(Runnable finished) {
    finishing = true;
    whenIdle.set(finished);
    finishIfIdle();
  }

  private void finishIfIdle() {
    if (inFlight.get() == 0) {
      Runnable finished = whenIdle.getAndSet(null);
      if (finished != null) {
        finished.run();
      }
    }
  }

  void heard() {
    heardNanos = System.nanoTime();
  }

  boolean silentFor(long nanos) {
    return System.nanoTime() - heardNanos > nanos;
  }

  boolean tokenEnded(long nowSecond) {
    return tokenEndsAtSecond <= nowSecond;
  }

  void tokenEndsAt(long second) {
    tokenEndsAtSecond = second;
  }

  /** Counts a malformed frame; true when it was one too many. Event loop only. */
  boolean oneMalformedTooMany() {
    malformed++;
    return malformed >= limits.malformedFrames();
  }

  /** A frame is being worked on; with too many of them the socket is not read. Event loop only. */
  void begin() {
    ServerWebSocket open = socket;
    if (inFlight.incrementAndGet() >= limits.framesInFlight() && !paused && open != null) {
      paused = true;
      open.pause();
    }
  }

  /** A frame was answered. */
  void end() {
    int left = inFlight.decrementAndGet();
    if (left == 0) {
      finishIfIdle();
    }
    if (left == limits.framesInFlight() / 2) {
      Context loop = context;
      if (loop != null) {
        loop.runOnContext(done -> readOn());
      }
    }
  }

  /**
   * Asked for some time ago: the socket may have been read full again since, and will ask again
   * then.
   */
  private void readOn() {
    ServerWebSocket open = socket;
    if (paused && open != null && inFlight.get() <= limits.framesInFlight() / 2) {
      paused = false;
      open.resume();
    }
  }

  /** Runs a task on a virtual thread, after all earlier tasks of this socket. */
  void inOrder(Runnable task) {
    synchronized (this) {
      if (tasks != null) {
        tasks.add(task);
        return;
      }
      tasks = new ArrayDeque<>(4);
      tasks.add(task);
    }
    Thread.ofVirtual().name("socket-tasks").start(this::runTasks);
  }

  private void runTasks() {
    while (true) {
      Runnable next;
      synchronized (this) {
        next = tasks == null ? null : tasks.poll();
        if (next == null) {
          tasks = null;
          return;
        }
      }
      next.run();
    }
  }
}
