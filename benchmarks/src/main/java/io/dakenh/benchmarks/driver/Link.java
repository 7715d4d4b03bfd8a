package io.dakenh.benchmarks.driver;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** One WebSocket of the driver. */
final class Link {
  private static final int FIRST_CAPACITY = 2_048;
  private static final int MASK = 0x5a17c3e9;
  private static final String HEADERS_END = "\r\n\r\n";

  private final Endpoint endpoint;
  private final SocketChannel channel;
  private final Queue<ByteBuffer> out = new ArrayDeque<>();
  private byte[] in = new byte[FIRST_CAPACITY];
  private int filled;
  private boolean upgraded;
  private @Nullable SelectionKey key;

  Link(Endpoint endpoint, SocketChannel channel) {
    this.endpoint = endpoint;
    this.channel = channel;
  }

  void registered(SelectionKey selectionKey) {
    key = selectionKey;
  }

  /** Whether the server accepted the upgrade. */
  boolean upgraded() {
    return upgraded;
  }

  void finishConnect() throws IOException {
    channel.finishConnect();
    interest(SelectionKey.OP_READ);
    StringBuilder request =
        new StringBuilder("GET " + endpoint.path() + " HTTP/1.1\r\nHost: ")
            .append(endpoint.address().getHostString())
            .append(':')
            .append(endpoint.address().getPort())
            .append(
                "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n")
            .append("Sec-WebSocket-Key: ")
            .append(
                Base64.getEncoder()
                    .encodeToString("dakenh-benchmark".getBytes(StandardCharsets.US_ASCII)))
            .append("\r\n");
    if (endpoint.token() != null) {
      request.append("Sec-WebSocket-Protocol: dakenh.v1, token.").append(endpoint.token());
      request.append("\r\n");
    }
    if (endpoint.origin() != null) {
      request.append("Origin: ").append(endpoint.origin()).append("\r\n");
    }
    write(ByteBuffer.wrap(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII)));
  }

  void send(String text) {
    try {
      write(Frames.text(text, MASK));
    } catch (IOException e) {
      throw new IllegalStateException("a socket of the driver broke", e);
    }
  }

  private void write(ByteBuffer bytes) throws IOException {
    if (out.isEmpty()) {
      channel.write(bytes);
    }
    if (bytes.hasRemaining()) {
      out.add(bytes);
      interest(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }
  }

  void flush() throws IOException {
    while (!out.isEmpty()) {
      ByteBuffer next = out.element();
      channel.write(next);
      if (next.hasRemaining()) {
        return;
      }
      out.remove();
    }
    interest(SelectionKey.OP_READ);
  }

  /** Reads what there is and hands out whole text frames. */
  void read(ByteBuffer shared, Frames.Sink sink) throws IOException {
    shared.clear();
    int count = channel.read(shared);
    if (count < 0) {
      throw new IOException("the server closed " + endpoint.path());
    }
    if (filled + count > in.length) {
      in = Arrays.copyOf(in, Math.max(in.length * 2, filled + count));
    }
    shared.flip().get(in, filled, count);
    filled += count;
    int from = 0;
    if (!upgraded) {
      from = finishUpgrade();
    }
    if (upgraded) {
      from =
          Frames.read(
              in,
              from,
              filled,
              (opcode, bytes, start, end) -> handle(opcode, bytes, start, end, sink));
      System.arraycopy(in, from, in, 0, filled - from);
      filled -= from;
    }
  }

  private void handle(int opcode, byte[] bytes, int from, int to, Frames.Sink sink) {
    switch (opcode) {
      case Frames.TEXT -> sink.frame(opcode, bytes, from, to);
      case Frames.PING -> {
        try {
          write(Frames.masked(Frames.PONG, Arrays.copyOfRange(bytes, from, to), MASK));
        } catch (IOException e) {
          throw new IllegalStateException("a socket of the driver broke", e);
        }
      }
      case Frames.CLOSE -> {
        int code = to - from >= 2 ? ((bytes[from] & 0xff) << 8) | (bytes[from + 1] & 0xff) : 1005;
        throw new IllegalStateException("the server closed " + endpoint.path() + " with " + code);
      }
      default -> {
        // Binary frames and pongs say nothing to the driver.
      }
    }
  }

  private int finishUpgrade() {
    String head = new String(in, 0, filled, StandardCharsets.ISO_8859_1);
    int end = head.indexOf(HEADERS_END);
    if (end < 0) {
      return 0;
    }
    if (!head.startsWith("HTTP/1.1 101 ")) {
      throw new IllegalStateException(
          endpoint.path() + " refused the upgrade: " + head.lines().findFirst().orElse(""));
    }
    upgraded = true;
    return end + HEADERS_END.length();
  }

  private void interest(int operations) {
    SelectionKey current = key;
    if (current != null) {
      current.interestOps(operations);
    }
  }

  void close() throws IOException {
    channel.close();
  }
}
