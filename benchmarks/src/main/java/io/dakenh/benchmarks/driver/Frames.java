package io.dakenh.benchmarks.driver;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** RFC 6455 frames, as far as the driver needs them. */
final class Frames {
  static final int TEXT = 1;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  private static final int FIN = 0x80;
  private static final int MASKED = 0x80;
  private static final int LENGTH_16 = 126;
  private static final int LENGTH_64 = 127;
  private static final int MAX_16 = 65_535;

  private Frames() {}

  /** A masked frame, as clients must send it. */
  static ByteBuffer masked(int opcode, byte[] payload, int mask) {
    if (payload.length > MAX_16) {
      throw new IllegalArgumentException("the driver sends small frames only");
    }
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 8);
    frame.put((byte) (FIN | opcode));
    if (payload.length < LENGTH_16) {
      frame.put((byte) (MASKED | payload.length));
    } else {
      frame.put((byte) (MASKED | LENGTH_16)).putShort((short) payload.length);
    }
    frame.putInt(mask);
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ (mask >>> (24 - 8 * (i & 3)))));
    }
    return frame.flip();
  }

  static ByteBuffer text(String text, int mask) {
    return masked(TEXT, text.getBytes(StandardCharsets.UTF_8), mask);
  }

  /** Receives whole frames. */
  interface Sink {
    /** The payload is {@code bytes[from, to)}; it is valid during the call only. */
    void frame(int opcode, byte[] bytes, int from, int to);
  }

  /**
   * Hands out every whole frame in {@code bytes[from, to)}.
   *
   * @return where the first incomplete frame begins
   */
  static int read(byte[] bytes, int from, int to, Sink sink) {
    int at = from;
    while (to - at >= 2) {
      int first = bytes[at] & 0xff;
      long length = bytes[at + 1] & 0x7f;
      int header = 2;
      if (length == LENGTH_16) {
        header = 4;
      } else if (length == LENGTH_64) {
        header = 10;
      }
      if (to - at < header) {
        return at;
      }
      if (header > 2) {
        length = 0;
        for (int i = 2; i < header; i++) {
          length = (length << 8) | (bytes[at + i] & 0xff);
        }
      }
      if ((first & FIN) == 0 || (first & 0x0f) == 0) {
        throw new IllegalStateException("the driver does not join fragments");
      }
      if (to - at - header < length) {
        return at;
      }
      int end = at + header + (int) length;
      sink.frame(first & 0x0f, bytes, at + header, end);
      at = end;
    }
    return at;
  }
}
