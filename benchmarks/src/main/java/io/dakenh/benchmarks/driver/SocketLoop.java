package io.dakenh.benchmarks.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Many sockets and one thread. */
final class SocketLoop implements AutoCloseable {
  private static final int OPENING_AT_ONCE = 64;
  private static final Duration OPEN_LIMIT = Duration.ofSeconds(30);
  private static final int READ_BYTES = 64 * 1024;

  /** Hears every text frame. */
  interface Listener {
    void text(int link, byte[] bytes, int from, int to);
  }

  private final Selector selector;
  private final List<Link> links = new ArrayList<>();
  private final ByteBuffer shared = ByteBuffer.allocateDirect(READ_BYTES);
  private Listener listener = (link, bytes, from, to) -> {};

  SocketLoop() {
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException("no selector", e);
    }
  }

  void listener(Listener next) {
    listener = next;
  }

  /** Opens all of them and returns when every upgrade is done; they are numbered in this order. */
  void open(List<Endpoint> endpoints) {
    long deadline = System.nanoTime() + OPEN_LIMIT.toNanos();
    int first = links.size();
    int upgraded = 0;
    while (upgraded < endpoints.size()) {
      while (links.size() - first < endpoints.size()
          && links.size() - first - upgraded < OPENING_AT_ONCE) {
        connect(endpoints.get(links.size() - first));
      }
      poll(100);
      upgraded = 0;
      for (Link link : links.subList(first, links.size())) {
        upgraded += link.upgraded() ? 1 : 0;
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "only " + upgraded + " of " + endpoints.size() + " sockets opened in time");
      }
      deadline = upgraded == 0 ? deadline : System.nanoTime() + OPEN_LIMIT.toNanos();
    }
  }

  private void connect(Endpoint endpoint) {
    try {
      SocketChannel channel = SocketChannel.open();
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      Link link = new Link(endpoint, channel);
      int number = links.size();
      links.add(link);
      link.registered(channel.register(selector, SelectionKey.OP_CONNECT, number));
      channel.connect(endpoint.address());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot connect to " + endpoint.address(), e);
    }
  }

  void send(int link, String text) {
    links.get(link).send(text);
  }

  int size() {
    return links.size();
  }

  /** Handles what is there, waiting at most this long for something; 0: not at all. */
  void poll(long millis) {
    try {
      if (millis == 0) {
        selector.selectNow(this::ready);
      } else {
        selector.select(this::ready, millis);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the selector failed", e);
    }
  }

  private void ready(SelectionKey key) {
    int number = (Integer) key.attachment();
    Link link = links.get(number);
    try {
      if (key.isConnectable()) {
        link.finishConnect();
      }
      if (key.isWritable()) {
        link.flush();
      }
      if (key.isReadable()) {
        link.read(shared, (opcode, bytes, from, to) -> listener.text(number, bytes, from, to));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a socket of the driver broke", e);
    }
  }

  @Override
  public void close() {
    try {
      for (Link link : links) {
        link.close();
      }
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException("could not close the driver's sockets", e);
    }
  }
}
