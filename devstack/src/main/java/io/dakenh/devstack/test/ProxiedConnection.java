package io.dakenh.devstack.test;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Two sockets and, for each direction, one thread that reads and one that writes when it is time.
 */
final class ProxiedConnection {
  private static final int CHUNK_BYTES = 16 * 1024;
  private static final int CHUNKS_IN_FLIGHT = 256;

  private final Socket client;
  private final Socket server;
  private final Gate gate;
  private final AtomicLong delayNanos;
  private final Consumer<ProxiedConnection> ended;
  private final AtomicBoolean over = new AtomicBoolean();

  ProxiedConnection(
      Socket client,
      Socket server,
      Gate gate,
      AtomicLong delayNanos,
      Consumer<ProxiedConnection> ended) {
    this.client = client;
    this.server = server;
    this.gate = gate;
    this.delayNanos = delayNanos;
    this.ended = ended;
  }

  /** Bytes and the moment they may go on; no bytes is the end of the stream. */
  private static final class Chunk implements Delayed {
    private final byte[] bytes;
    private final long dueNanos;

    Chunk(byte[] bytes, long dueNanos) {
      this.bytes = bytes;
      this.dueNanos = dueNanos;
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return other instanceof Chunk chunk
          ? Long.signum(dueNanos - chunk.dueNanos)
          : Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }

    /** Chunks are equal to themselves only: two may be due in the same nanosecond. */
    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  void start() throws IOException {
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    pump(client, server);
    pump(server, client);
  }

  private void pump(Socket from, Socket to) {
    DelayQueue<Chunk> queue = new DelayQueue<>();
    Semaphore room = new Semaphore(CHUNKS_IN_FLIGHT);
    Thread.ofVirtual().start(() -> read(from, queue, room));
    Thread.ofVirtual().start(() -> write(to, queue, room));
  }

  private void read(Socket from, DelayQueue<Chunk> queue, Semaphore room) {
    long last = System.nanoTime();
    byte[] buffer = new byte[CHUNK_BYTES];
    try {
      InputStream input = from.getInputStream();
      int count;
      do {
        count = input.read(buffer);
        room.acquire();
        // One later than the one before, whatever the delay was changed to: order is kept.
        last = Math.max(last + 1, System.nanoTime() + delayNanos.get());
        queue.add(new Chunk(Arrays.copyOf(buffer, Math.max(count, 0)), last));
      } while (count >= 0);
    } catch (IOException e) {
      reset();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      reset();
    }
  }

  private void write(Socket to, DelayQueue<Chunk> queue, Semaphore room) {
    try {
      byte[] bytes;
      do {
        bytes = queue.take().bytes;
        gate.pass();
        to.getOutputStream().write(bytes);
        room.release();
      } while (bytes.length > 0);
      to.shutdownOutput();
      if (client.isOutputShutdown() && server.isOutputShutdown()) {
        reset();
      }
    } catch (IOException e) {
      reset();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      reset();
    }
  }

  /** Breaks both sides; nothing of what is still held arrives. */
  void reset() {
    if (over.compareAndSet(false, true)) {
      ended.accept(this);
      reset(client);
      reset(server);
    }
  }

  static void reset(Socket socket) {
    try (socket) {
      if (!socket.isOutputShutdown()) {
        socket.setSoLinger(true, 0);
      }
    } catch (IOException e) {
      // It was broken already, which is what was asked for.
      return;
    }
  }
}
