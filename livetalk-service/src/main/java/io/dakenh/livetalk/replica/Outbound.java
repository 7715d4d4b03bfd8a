package io.dakenh.livetalk.replica;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What waits to be written to one stream, bounded in bytes until they have left. Whatever gathers
 * while the event loop is busy goes out as one write; a lone signal waits for nothing.
 */
final class Outbound {
  private final NetSocket socket;
  private final Context loop;
  private final long mostBytes;
  private final Queue<Buffer> queue = new ConcurrentLinkedQueue<>();
  private final AtomicLong waiting = new AtomicLong();
  private final AtomicBoolean scheduled = new AtomicBoolean();

  /** To be made on the event loop of the socket. */
  Outbound(NetSocket socket, Context loop, long mostBytes) {
    this.socket = socket;
    this.loop = loop;
    this.mostBytes = mostBytes;
  }

  /** Queues a signal; false when too much waits already. From any thread. */
  boolean offer(Buffer signal) {
    if (waiting.addAndGet(signal.length()) > mostBytes) {
      return false;
    }
    queue.add(signal);
    if (scheduled.compareAndSet(false, true)) {
      loop.runOnContext(now -> write());
    }
    return true;
  }

  private Future<Void> write() {
    scheduled.set(false);
    Buffer together = Buffer.buffer();
    for (Buffer next; (next = queue.poll()) != null; ) {
      together.appendBuffer(next);
    }
    if (together.length() == 0) {
      return Future.succeededFuture();
    }
    int length = together.length();
    return socket.write(together).onComplete(left -> waiting.addAndGet(-length));
  }

  /** Writes what waits, then closes. From any thread. */
  CompletableFuture<Void> finish() {
    CompletableFuture<Void> finished = new CompletableFuture<>();
    loop.runOnContext(
        now ->
            write().eventually(() -> socket.close()).onComplete(closed -> finished.complete(null)));
    return finished;
  }

  void close() {
    loop.runOnContext(now -> socket.close());
  }
}
