package io.dakenh.benchmarks.driver;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One run: opens the sockets, loads the target, counts and times what arrives at the agents. */
public final class ChatDriver {
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long SPIN_BELOW_NANOS = TimeUnit.MICROSECONDS.toNanos(1_500);
  private static final long SEED = 20_261_123;

  private final Target target;
  private final Load load;
  private final List<Target.Room> rooms;
  private final Tally tally;
  private final Latencies latencies = new Latencies();
  private final Messages messages = new Messages();
  private final SocketLoop loop;
  private final long timedFrom;
  private final long timedTo;
  private long timedArrivals;

  private ChatDriver(Target target, Load load, List<Target.Room> rooms, SocketLoop loop) {
    this.target = target;
    this.load = load;
    this.rooms = rooms;
    this.tally = new Tally(rooms.size());
    this.loop = loop;
    this.timedFrom = System.nanoTime() + TimeUnit.SECONDS.toNanos(load.warmUpSeconds());
    this.timedTo = timedFrom + TimeUnit.SECONDS.toNanos(load.seconds());
  }

  /** Runs a load against a target. */
  public static RunResult run(Target target, Load load) {
    Target.Rooms places = target.rooms(load.rooms(), load.agents());
    try (SocketLoop loop = new SocketLoop()) {
      List<Endpoint> endpoints = new ArrayList<>();
      places.rooms().forEach(room -> endpoints.add(room.visitor()));
      endpoints.addAll(places.agents());
      loop.open(endpoints);
      return new ChatDriver(target, load, places.rooms(), loop).run();
    }
  }

  private RunResult run() {
    loop.listener(this::heard);
    Set<Long> pids = target.serverPids();
    // Reading /proc takes milliseconds, which the loop must not lose.
    CompletableFuture<ProcessFigures> before = figuresAt(pids, timedFrom);
    CompletableFuture<ProcessFigures> after = figuresAt(pids, timedTo);
    if (load.open()) {
      sendOnSchedule();
    } else {
      sendOnArrival();
    }
    long patience = System.nanoTime() + GRACE_NANOS;
    while (tally.missing() > 0 && System.nanoTime() < patience) {
      loop.poll(10);
    }
    return result(before.join(), after.join());
  }

  private static CompletableFuture<ProcessFigures> figuresAt(Set<Long> pids, long nanos) {
    return CompletableFuture.supplyAsync(
        () -> ProcessFigures.of(pids),
        CompletableFuture.delayedExecutor(
            Math.max(0, nanos - System.nanoTime()), TimeUnit.NANOSECONDS));
  }

  private void sendOnSchedule() {
    Arrivals arrivals = new Arrivals(load.perSecond(), SEED);
    SplittableRandom choice = new SplittableRandom(SEED);
    long begun = System.nanoTime();
    long due = begun + arrivals.next();
    while (due < timedTo) {
      long wait = due - System.nanoTime();
      if (wait > 0) {
        loop.poll(wait < SPIN_BELOW_NANOS ? 0 : TimeUnit.NANOSECONDS.toMillis(wait));
      } else {
        // Timed from the moment it was meant to leave: being late counts against the target.
        send(choice.nextInt(rooms.size()), due);
        arrivals.advance();
        due = begun + arrivals.next();
        loop.poll(0);
      }
    }
  }

  private void sendOnArrival() {
    for (int turn = 0; turn < load.window(); turn++) {
      for (int room = 0; room < rooms.size(); room++) {
        send(room, System.nanoTime());
      }
    }
    while (System.nanoTime() < timedTo) {
      loop.poll(1);
    }
  }

  private void send(int room, long intended) {
    long number = tally.sending(room);
    loop.send(room, messages.send(rooms.get(room).conversationId(), room, number, intended));
  }

  private void heard(int link, byte[] bytes, int from, int to) {
    if (link >= rooms.size()) {
      Messages.find(bytes, from, to, this::arrived);
    } else if (Messages.isError(bytes, from, to)) {
      throw new IllegalStateException(
          target.name()
              + " refused a message: "
              + new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }
  }

  private void arrived(int room, long number, long intended) {
    long now = System.nanoTime();
    if (!tally.arrived(room, number)) {
      return;
    }
    if (intended >= timedFrom && intended < timedTo) {
      latencies.add(now - intended);
    }
    if (now >= timedFrom && now < timedTo) {
      timedArrivals++;
    }
    if (!load.open() && now < timedTo) {
      send(room, now);
    }
  }

  private RunResult result(ProcessFigures before, ProcessFigures after) {
    double cpu = after.cpuSeconds() - before.cpuSeconds();
    return new RunResult(
        target.name(),
        load.seconds(),
        tally.sent(),
        tally.received(),
        tally.missing(),
        tally.duplicated(),
        tally.reordered(),
        latencies.micros(50),
        latencies.micros(90),
        latencies.micros(99),
        latencies.micros(100),
        timedArrivals / (double) load.seconds(),
        cpu == 0 ? Double.NaN : timedArrivals / cpu,
        cpu,
        after.rssKilobytes());
  }
}
