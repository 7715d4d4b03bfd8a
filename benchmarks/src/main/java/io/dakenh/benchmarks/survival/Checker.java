package io.dakenh.benchmarks.survival;

import io.dakenh.benchmarks.survival.Journal.Entry;
import io.dakenh.benchmarks.survival.Journal.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges a run by what its clients wrote down. Every client that took part in a conversation must
 * have shown what every other one did: each acknowledged message at its acknowledged place, once,
 * in the order in which its author said it.
 */
public final class Checker {
  /**
   * What was found.
   *
   * @param sent messages that left a client
   * @param acknowledged of them
   * @param shown messages on screens, of all clients together
   * @param lost acknowledged, but not on a screen that should have it
   * @param duplicated at two places of one screen
   * @param reordered behind a later one of the same author, or at another place than acknowledged
   * @param unsent shown without ever having been sent
   * @param reloads how often a client had to start over
   * @param refused for good by the server
   * @param cuts connections that broke
   * @param p50Milliseconds from leaving to the other side's screen, median
   * @param p99Milliseconds the same, 99th percentile
   * @param longestMilliseconds the same, of the message that took longest
   */
  public record Verdict(
      long sent,
      long acknowledged,
      long shown,
      long lost,
      long duplicated,
      long reordered,
      long unsent,
      long reloads,
      long refused,
      long cuts,
      double p50Milliseconds,
      double p99Milliseconds,
      double longestMilliseconds) {
    /** Whether everything arrived once and in order, and no client was told to start over. */
    boolean flawless() {
      return acknowledged == sent
          && lost + duplicated + reordered + unsent + reloads + refused == 0;
    }
  }

  private record Place(String room, String key) {}

  private final Map<Place, Long> sentAt = new HashMap<>();
  private final Map<Place, Long> acknowledged = new HashMap<>();
  private final Map<Place, Long> arrivedAt = new HashMap<>();
  private final String tag;
  private long shown;
  private long lost;
  private long duplicated;
  private long reordered;
  private long unsent;

  private Checker(String tag) {
    this.tag = tag;
  }

  /**
   * Judges a run.
   *
   * @param tag how the words of the run begin; others, like greetings, do not count
   * @param clients the journal of each
   */
  static Verdict judge(String tag, List<List<Entry>> clients) {
    Checker checker = new Checker(tag);
    clients.forEach(checker::claims);
    clients.forEach(checker::screens);
    double[] waits =
        checker.arrivedAt.entrySet().stream()
            .mapToDouble(
                arrival ->
                    (arrival.getValue()
                            - checker.sentAt.getOrDefault(arrival.getKey(), arrival.getValue()))
                        / 1e6)
            .sorted()
            .toArray();
    return new Verdict(
        checker.sentAt.size(),
        checker.acknowledged.size(),
        checker.shown,
        checker.lost,
        checker.duplicated,
        checker.reordered,
        checker.unsent,
        count(clients, Event.RELOADED),
        count(clients, Event.REFUSED),
        count(clients, Event.CUT),
        percentile(waits, 50),
        percentile(waits, 99),
        percentile(waits, 100));
  }

  private static long count(List<List<Entry>> clients, Event event) {
    return clients.stream().flatMap(List::stream).filter(entry -> entry.event() == event).count();
  }

  private void claims(List<Entry> client) {
    for (Entry entry : client) {
      Place place = new Place(entry.room(), entry.key());
      if (entry.event() == Event.SENT) {
        sentAt.putIfAbsent(place, entry.nanos());
      } else if (entry.event() == Event.ACKNOWLEDGED) {
        Long before = acknowledged.putIfAbsent(place, entry.sequence());
        if (before != null && before != entry.sequence()) {
          duplicated++; // one message, confirmed at two places
        }
      }
    }
  }

  private void screens(List<Entry> client) {
    Map<String, List<Entry>> screens = new HashMap<>();
    Set<Place> own = new HashSet<>();
    for (Entry entry : client) {
      if (entry.event() == Event.JOINED) {
        screens.put(entry.room(), new ArrayList<>());
      } else if (entry.event() == Event.SENT) {
        own.add(new Place(entry.room(), entry.key()));
      } else if (entry.event() == Event.RELOADED) {
        screens.put(entry.room(), new ArrayList<>());
      } else if (entry.event() == Event.SHOWN && entry.key().startsWith(tag)) {
        screens.getOrDefault(entry.room(), new ArrayList<>()).add(entry);
      }
    }
    screens.forEach((room, entries) -> screen(room, entries, own));
  }

  private void screen(String room, List<Entry> entries, Set<Place> own) {
    Set<String> seen = new HashSet<>();
    Map<String, Long> newestOfAuthor = new HashMap<>();
    long before = 0;
    for (Entry entry : entries) {
      Place place = new Place(room, entry.key());
      if (!seen.add(entry.key())) {
        duplicated++;
        continue;
      }
      shown++;
      if (!sentAt.containsKey(place)) {
        unsent++;
      }
      long stored = acknowledged.getOrDefault(place, entry.sequence());
      boolean later = turn(entry.key()) > newestOfAuthor.getOrDefault(author(entry.key()), -1L);
      if (stored != entry.sequence() || entry.sequence() <= before || !later) {
        reordered++;
      }
      newestOfAuthor.merge(author(entry.key()), turn(entry.key()), Math::max);
      before = Math.max(before, entry.sequence());
      if (!own.contains(place)) {
        arrivedAt.merge(place, entry.nanos(), Math::min);
      }
    }
    lost +=
        acknowledged.keySet().stream()
            .filter(place -> place.room().equals(room) && !seen.contains(place.key()))
            .count();
  }

  private static String author(String key) {
    return key.substring(0, key.lastIndexOf(' '));
  }

  private static long turn(String key) {
    return Long.parseLong(key.substring(key.lastIndexOf(' ') + 1));
  }

  private static double percentile(double[] sorted, int percent) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int index = (int) Math.ceil(sorted.length * percent / 100.0) - 1;
    return sorted[Math.clamp(index, 0, sorted.length - 1)];
  }
}
