package io.dakenh.benchmarks.driver;

import java.util.BitSet;

/** What was sent and what arrived, room by room. */
final class Tally {
  private final long[] sentInRoom;
  private final long[] highest;
  private final BitSet[] seen;
  private long sent;
  private long received;
  private long duplicated;
  private long reordered;

  Tally(int rooms) {
    sentInRoom = new long[rooms];
    highest = new long[rooms];
    seen = new BitSet[rooms];
    for (int i = 0; i < rooms; i++) {
      seen[i] = new BitSet();
    }
  }

  /** The number of the next message of the room, beginning at 1. */
  long sending(int room) {
    sent++;
    return ++sentInRoom[room];
  }

  /** Whether the message is new. */
  boolean arrived(int room, long number) {
    if (seen[room].get((int) number)) {
      duplicated++;
      return false;
    }
    seen[room].set((int) number);
    if (number < highest[room]) {
      reordered++;
    }
    highest[room] = Math.max(highest[room], number);
    received++;
    return true;
  }

  long sent() {
    return sent;
  }

  long received() {
    return received;
  }

  long missing() {
    return sent - received;
  }

  long duplicated() {
    return duplicated;
  }

  long reordered() {
    return reordered;
  }
}
