package io.dakenh.benchmarks.driver;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * The frames of a run. A message's text carries its room, its number in the room and the moment it
 * was meant to be sent, so that the receiving side needs no table.
 */
final class Messages {
  private static final byte[] IS_MESSAGE = ascii("\"type\":\"message");
  private static final byte[] TEXT = ascii("\"text\":\"bench ");
  private static final byte[] IS_ERROR = ascii("\"type\":\"error\"");
  private static final String FILLER =
      " Cho mình hỏi bó hoa hồng 20 bông còn không ạ, giao trước 17 giờ nhé";

  /** Never the same twice: a target that keeps data refuses an id it has seen. */
  private final SplittableRandom random = new SplittableRandom();

  /** A frame that sends one message. */
  String send(String conversationId, int room, long number, long intendedNanos) {
    // Version 4, variant 2: what a real client makes, without its cost.
    UUID id =
        new UUID(
            (random.nextLong() & 0xffffffffffff0fffL) | 0x4000L,
            (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L);
    return "{\"type\":\"send\",\"id\":\""
        + room
        + "-"
        + number
        + "\",\"conversationId\":\""
        + conversationId
        + "\",\"clientMessageId\":\""
        + id
        + "\",\"text\":\"bench "
        + room
        + " "
        + number
        + " "
        + intendedNanos
        + FILLER
        + "\"}";
  }

  /** Receives each message found in a frame. */
  interface Sink {
    void message(int room, long number, long intendedNanos);
  }

  /** Finds the messages of a frame; one frame may carry several. */
  static void find(byte[] bytes, int from, int to, Sink sink) {
    if (indexOf(bytes, from, to, IS_MESSAGE) < 0) {
      return;
    }
    int at = indexOf(bytes, from, to, TEXT);
    while (at >= 0) {
      long[] numbers = new long[3];
      int position = at + TEXT.length;
      for (int i = 0; i < numbers.length; i++) {
        while (position < to && bytes[position] >= '0' && bytes[position] <= '9') {
          numbers[i] = numbers[i] * 10 + bytes[position] - '0';
          position++;
        }
        position++;
      }
      sink.message((int) numbers[0], numbers[1], numbers[2]);
      at = indexOf(bytes, position, to, TEXT);
    }
  }

  /** Whether the server refused something. */
  static boolean isError(byte[] bytes, int from, int to) {
    return indexOf(bytes, from, to, IS_ERROR) >= 0;
  }

  private static int indexOf(byte[] bytes, int from, int to, byte[] wanted) {
    int last = to - wanted.length;
    for (int at = from; at <= last; at++) {
      if (bytes[at] == wanted[0]) {
        int i = 1;
        while (i < wanted.length && bytes[at + i] == wanted[i]) {
          i++;
        }
        if (i == wanted.length) {
          return at;
        }
      }
    }
    return -1;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
