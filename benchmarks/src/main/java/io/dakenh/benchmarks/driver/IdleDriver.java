package io.dakenh.benchmarks.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Opens sockets, keeps them alive by pings and sends nothing else. */
public final class IdleDriver {
  private static final long PING_NANOS = TimeUnit.SECONDS.toNanos(25);
  private static final String PING = "{\"type\":\"ping\"}";

  private IdleDriver() {}

  /** Measures memory from before the first socket to the end, and CPU while they idle. */
  public static IdleResult run(Target target, int sockets, int seconds) {
    Target.Rooms places = target.rooms(sockets, 1);
    Set<Long> pids = target.serverPids();
    ProcessFigures before = ProcessFigures.of(pids);
    try (SocketLoop loop = new SocketLoop()) {
      List<Endpoint> endpoints = new ArrayList<>();
      places.rooms().forEach(room -> endpoints.add(room.visitor()));
      loop.open(endpoints);
      ProcessFigures opened = ProcessFigures.of(pids);
      long begun = System.nanoTime();
      long end = begun + TimeUnit.SECONDS.toNanos(seconds);
      long pings = 0;
      for (long now = begun; now < end; now = System.nanoTime()) {
        // Spread evenly, as the pings of people are.
        long due = (long) ((now - begun) / (double) PING_NANOS * sockets);
        for (; pings < due; pings++) {
          loop.send((int) (pings % sockets), PING);
        }
        loop.poll(5);
      }
      ProcessFigures after = ProcessFigures.of(pids);
      return new IdleResult(
          target.name(),
          sockets,
          seconds,
          (after.rssKilobytes() - before.rssKilobytes()) / (double) sockets,
          (after.cpuSeconds() - opened.cpuSeconds()) * 1e6 / sockets / seconds);
    }
  }
}
