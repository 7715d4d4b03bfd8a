package io.dakenh.benchmarks.webhooks;

import io.dakenh.benchmarks.report.Spread;
import io.dakenh.benchmarks.webhooks.Poster.Figures;
import io.dakenh.benchmarks.webhooks.SignedBodies.Post;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * P12.
 *
 * @param ratio to the bare handler, of each round's pair
 * @param p99AtRate at the rate, in milliseconds
 * @param refusedPerSecond wrong signatures
 * @param slowestWhileStalled while PostgreSQL stands still, in milliseconds
 * @param notTakenWhileStalled told to come again then
 * @param unexpected answers with a wrong status
 */
public record WebhookFigures(
    Spread perSecond,
    Spread barePerSecond,
    Spread ratio,
    double p99AtRate,
    double refusedPerSecond,
    double slowestWhileStalled,
    long notTakenWhileStalled,
    long unexpected) {
  private static final String SUITE = "/api/v1/webhooks/facebook";
  private static final int CONNECTIONS = 64;
  private static final int WARM = 20_000;
  private static final int STALL_RATE = 25;
  private static final int STALL_SECONDS = 5;

  /** How much is measured. */
  public record Plan(int pairs, int posts, int rate) {}

  /** Measures; every target once per round, in turn. */
  public static WebhookFigures measure(int suitePort, int barePort, long postgresPid, Plan plan) {
    try {
      return new Run(suitePort, barePort, postgresPid, plan).measured();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopping);
    }
  }

  private record Run(int suitePort, int barePort, long postgresPid, Plan plan) {
    WebhookFigures measured() throws InterruptedException {
      post(suitePort, WARM, 0, false);
      post(barePort, WARM, 0, false);
      List<Double> suite = new ArrayList<>();
      List<Double> bare = new ArrayList<>();
      List<Double> ratio = new ArrayList<>();
      long unexpected = 0;
      for (int round = 0; round < plan.pairs(); round++) {
        Figures one = post(suitePort, plan.posts(), 0, false);
        Figures other = post(barePort, plan.posts(), 0, false);
        suite.add(one.perSecond());
        bare.add(other.perSecond());
        ratio.add(one.perSecond() / other.perSecond());
        unexpected += one.unexpected() + one.notTaken();
      }
      Figures paced = post(suitePort, plan.rate() * 10, plan.rate(), false);
      Figures refused = post(suitePort, plan.posts() * 2, 0, true);
      Figures stalled =
          stalled(() -> post(suitePort, STALL_RATE * STALL_SECONDS * 2, STALL_RATE, false));
      return new WebhookFigures(
          Spread.of(suite),
          Spread.of(bare),
          Spread.of(ratio),
          paced.p99Milliseconds(),
          refused.perSecond(),
          stalled.slowestMilliseconds(),
          stalled.notTaken(),
          unexpected + paced.unexpected() + refused.unexpected() + stalled.unexpected());
    }

    private static Figures post(int port, int count, int rate, boolean wrongOnly)
        throws InterruptedException {
      SignedBodies bodies = new SignedBodies(SUITE, wrongOnly);
      List<Post> posts = Stream.generate(bodies::next).limit(count).toList();
      return new Poster(port, CONNECTIONS).post(posts, rate);
    }

    private Figures stalled(Callable<Figures> posting) {
      List<Long> pids = new ArrayList<>(List.of(postgresPid));
      ProcessHandle.of(postgresPid)
          .ifPresent(main -> main.descendants().forEach(child -> pids.add(child.pid())));
      CompletableFuture<Void> goesOn =
          CompletableFuture.runAsync(
              () -> signal("-CONT", pids),
              CompletableFuture.delayedExecutor(STALL_SECONDS, TimeUnit.SECONDS));
      signal("-STOP", pids);
      try {
        Figures figures = posting.call();
        goesOn.join();
        return figures;
      } catch (Exception failed) {
        signal("-CONT", pids);
        throw new IllegalStateException("posting while the database stands still failed", failed);
      }
    }

    private static void signal(String name, List<Long> pids) {
      List<String> command = new ArrayList<>(List.of("kill", name));
      pids.forEach(pid -> command.add(Long.toString(pid)));
      try {
        new ProcessBuilder(command).inheritIO().start().waitFor();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
