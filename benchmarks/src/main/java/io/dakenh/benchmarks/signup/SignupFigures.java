package io.dakenh.benchmarks.signup;

import io.dakenh.benchmarks.product.Registrations;
import io.dakenh.benchmarks.product.RunningSuite;
import io.dakenh.benchmarks.report.Spread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.awaitility.Awaitility;

/**
 * What it took to register businesses, in blocks of equal size.
 *
 * @param registered businesses, each with a widget that websites get
 * @param perSecond over all blocks
 * @param blockMilliseconds of each block: from the request until the widget is served, median
 * @param lastToFirst median of the last quarter of the blocks to that of the first: 1 is linear
 */
public record SignupFigures(
    int registered, double perSecond, List<Double> blockMilliseconds, double lastToFirst) {
  private static final Duration SERVED_WITHIN = Duration.ofSeconds(60);
  private static final int QUARTER = 4;

  /**
   * Registers.
   *
   * @param atOnce how many are under way at a time
   * @param progress hears of each block
   */
  public static SignupFigures measure(
      RunningSuite suite, int businesses, int atOnce, int block, Consumer<String> progress) {
    List<Double> blocks = new ArrayList<>();
    long begun = System.nanoTime();
    for (int done = 0; done < businesses; done += block) {
      // Tokens of machines end after minutes.
      Registrations registrations = suite.registrations();
      int size = Math.min(block, businesses - done);
      double median = Spread.of(block(registrations, size, atOnce)).median();
      blocks.add(median);
      progress.accept((done + size) + " businesses; the last ones took " + Math.round(median) + " ms");
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    int quarter = Math.max(1, blocks.size() / QUARTER);
    double first = Spread.of(blocks.subList(0, quarter)).median();
    double last = Spread.of(blocks.subList(blocks.size() - quarter, blocks.size())).median();
    return new SignupFigures(businesses, businesses / seconds, List.copyOf(blocks), last / first);
  }

  private static List<Double> block(Registrations registrations, int size, int atOnce) {
    try (ExecutorService workers = Executors.newFixedThreadPool(atOnce)) {
      List<CompletableFuture<Double>> all = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        all.add(CompletableFuture.supplyAsync(() -> one(registrations), workers));
      }
      return all.stream().map(CompletableFuture::join).toList();
    }
  }

  private static double one(Registrations registrations) {
    long begun = System.nanoTime();
    String widgetKey = registrations.register();
    Awaitility.await("the widget of a new business")
        .atMost(SERVED_WITHIN)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> registrations.serves(widgetKey));
    return (System.nanoTime() - begun) / 1e6;
  }
}
