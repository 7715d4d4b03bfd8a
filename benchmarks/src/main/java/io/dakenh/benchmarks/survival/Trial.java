package io.dakenh.benchmarks.survival;

import io.dakenh.benchmarks.product.TalkStage;
import io.dakenh.benchmarks.product.TalkStage.Desk;
import io.dakenh.benchmarks.product.TalkStage.Place;
import io.dakenh.benchmarks.survival.Checker.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** One run: both sides of each conversation talk while something happens to the suite. */
public final class Trial {
  private static final Duration CATCHING_UP = Duration.ofMinutes(3);
  private static final int CLOCK_THREADS = 2;
  private static final long GREETING = 1;

  private final TalkStage stage;
  private final String tag;
  private final Path folder;
  private final int perSide;
  private final long gapNanos;
  private final List<Journal> journals = new ArrayList<>();
  private final List<Side> sides = new ArrayList<>();

  private Trial(TalkStage stage, String tag, Path folder, int messages, double perSecond) {
    int speakers = 2 * stage.desks().stream().mapToInt(desk -> desk.places().size()).sum();
    this.stage = stage;
    this.tag = tag;
    this.folder = folder;
    this.perSide = Math.max(1, messages / speakers);
    this.gapNanos = (long) (speakers / perSecond * 1e9);
  }

  /**
   * How a run ended.
   *
   * @param ended how often each part was ended
   * @param seconds from the first message until everything stood on every screen
   */
  public record Outcome(Map<String, Integer> ended, double seconds, Verdict verdict) {
    /** Whether nothing was lost, doubled or out of order. */
    public boolean flawless() {
      return verdict.flawless();
    }
  }

  /**
   * Lets everybody talk.
   *
   * @param folder for the clients' journals
   * @param messages of all sides together
   * @param perSecond of all sides together, while nothing is in the way
   */
  public static Outcome run(
      TalkStage stage, Path folder, int messages, double perSecond, Mishap mishap) {
    String tag = "Tin " + folder.getFileName();
    return new Trial(stage, tag, folder, messages, perSecond).talk(mishap);
  }

  private Outcome talk(Mishap mishap) {
    List<Participant> participants = new ArrayList<>();
    long begun = System.nanoTime();
    Map<String, Integer> ended;
    double seconds;
    try (ScheduledExecutorService clock = Executors.newScheduledThreadPool(CLOCK_THREADS)) {
      try {
        for (Desk desk : stage.desks()) {
          join(desk, participants, clock);
        }
        participants.forEach(Participant::join);
        try (Faults faults = mishap.begin()) {
          awaitEverything();
          faults.stop();
          ended = faults.counts();
        }
        awaitEverything();
        seconds = (System.nanoTime() - begun) / 1e9;
        lateReaders(participants, clock);
      } finally {
        participants.forEach(Participant::close);
        clock.shutdownNow();
      }
    }
    journals.forEach(Journal::close);
    return new Outcome(
        ended, seconds, Checker.judge(tag, journals.stream().map(Journal::entries).toList()));
  }

  private void join(Desk desk, List<Participant> participants, ScheduledExecutorService clock) {
    Journal atDesk = journal("agent-" + journals.size());
    List<Side> ofDesk = new ArrayList<>();
    for (Place place : desk.places()) {
      ofDesk.add(side(place, atDesk, "nhân viên"));
      Journal atVisitor = journal("visitor-" + journals.size());
      participants.add(visitor(place, atVisitor, side(place, atVisitor, "khách"), clock));
    }
    participants.add(
        new Participant(stage.client(), "/ws/agent", desk.token(), atDesk, ofDesk, clock));
  }

  private Participant visitor(
      Place place, Journal journal, Side side, ScheduledExecutorService clock) {
    return new Participant(
        stage.client(), "/ws/visitor", place::visitorToken, journal, List.of(side), clock);
  }

  private Journal journal(String name) {
    Journal journal = new Journal(folder.resolve(name + ".tsv"));
    journals.add(journal);
    return journal;
  }

  private Side side(Place place, Journal journal, String author) {
    List<String> words =
        IntStream.range(0, perSide).mapToObj(i -> tag + " " + author + " " + i).toList();
    // Spread, so that all do not speak at the same moment.
    long first = System.nanoTime() + (long) (gapNanos * Math.random());
    Side side = new Side(place.conversationId(), journal, words, first, gapNanos);
    sides.add(side);
    return side;
  }

  /** Whoever opens a conversation afterwards must find the same as those who saw it happen. */
  private void lateReaders(List<Participant> participants, ScheduledExecutorService clock) {
    for (Desk desk : stage.desks()) {
      for (Place place : desk.places()) {
        Journal journal = journal("late-" + journals.size());
        Side side = new Side(place.conversationId(), journal, List.of(), 0, gapNanos);
        sides.add(side);
        Participant reader = visitor(place, journal, side, clock);
        participants.add(reader);
        reader.join();
      }
    }
    awaitEverything();
  }

  /** What is not there in time is found by the checker. */
  private void awaitEverything() {
    long expected = GREETING + 2L * perSide;
    Duration talking = Duration.ofNanos(gapNanos * perSide);
    try {
      Awaitility.await()
          .atMost(talking.multipliedBy(2).plus(CATCHING_UP))
          .pollInterval(200, TimeUnit.MILLISECONDS)
          .until(() -> sides.stream().allMatch(side -> side.complete(expected)));
    } catch (ConditionTimeoutException incomplete) {
      // Judged like everything else.
    }
  }
}
