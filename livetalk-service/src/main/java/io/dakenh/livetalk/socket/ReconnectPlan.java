package io.dakenh.livetalk.socket;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When those whom this replica lets go come back. A crowd is spread evenly, so that whoever takes
 * it over gets no more in a second than it can welcome; a few come back at once, since nobody gains
 * by their waiting.
 *
 * @param longest nobody is asked to stay away longer, however many there are
 * @param perSecond how many may come in a second, as long as that keeps within the longest time
 */
record ReconnectPlan(Duration longest, int perSecond) {
  /** Even a lone client gives the edge a moment to look elsewhere. */
  private static final long SHORTEST_MILLIS = 250;

  /** Time over which that many come back. */
  long windowMillis(int sockets) {
    long needed = 1_000L * sockets / perSecond;
    return Math.clamp(needed, SHORTEST_MILLIS, Math.max(SHORTEST_MILLIS, longest.toMillis()));
  }

  /** Delays in the order of the sockets: each has a slot of its own, and a random moment in it. */
  long[] delays(int sockets) {
    double slot = (double) windowMillis(sockets) / Math.max(1, sockets);
    long[] delays = new long[sockets];
    for (int place = 0; place < sockets; place++) {
      delays[place] = (long) (slot * (place + ThreadLocalRandom.current().nextDouble()));
    }
    return delays;
  }
}
