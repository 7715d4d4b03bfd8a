package io.dakenh.benchmarks.start;

import io.dakenh.benchmarks.report.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Starts of one service with and without its ahead-of-time cache, taken in turn.
 *
 * @param startRatio time to the first answer, without the cache over with it, pair by pair; larger
 *     is better
 */
public record ServiceStart(
    String service,
    Spread firstResponseMilliseconds,
    Spread cpuSeconds,
    Spread rssMegabytes,
    Spread firstResponseWithoutCacheMilliseconds,
    Spread cpuSecondsWithoutCache,
    Spread rssMegabytesWithoutCache,
    Spread startRatio) {

  /** Measures the service that runs as process {@code pid}. */
  public static ServiceStart measure(String name, long pid, int pairs) {
    ServiceCommand with = ServiceCommand.of(name, pid);
    if (!with.ahead()) {
      throw new IllegalStateException(name + " runs without an ahead-of-time cache");
    }
    ServiceCommand without = with.withoutCache();
    List<StartFigures> fast = new ArrayList<>();
    List<StartFigures> plain = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      StartFigures one = ColdStart.of(with);
      StartFigures other = ColdStart.of(without);
      fast.add(one);
      plain.add(other);
      ratios.add(other.firstResponseMilliseconds() / one.firstResponseMilliseconds());
    }
    return new ServiceStart(
        name,
        spread(fast, StartFigures::firstResponseMilliseconds),
        spread(fast, StartFigures::cpuSeconds),
        spread(fast, StartFigures::rssMegabytes),
        spread(plain, StartFigures::firstResponseMilliseconds),
        spread(plain, StartFigures::cpuSeconds),
        spread(plain, StartFigures::rssMegabytes),
        Spread.of(ratios));
  }

  private static Spread spread(List<StartFigures> starts, ToDoubleFunction<StartFigures> figure) {
    return Spread.of(starts.stream().mapToDouble(figure).boxed().toList());
  }
}
