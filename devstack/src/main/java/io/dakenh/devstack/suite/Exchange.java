package io.dakenh.devstack.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Messages between a visitor and an agent, both ways, and what became of them. */
public final class Exchange {
  private static final long ARRIVAL_SECONDS = 10;
  private static final double NANOS_PER_MILLI = 1_000_000.0;
  private static final List<String> LINES =
      List.of(
          "Chào shop, còn hoa hồng đỏ không ạ?",
          "Dạ còn ạ, bó 20 bông giá 350.000đ 🌹",
          "Giao giúp em đến 12 Nguyễn Huệ, Quận 1 trước 17 giờ nhé",
          "Vâng, bên em giao trong 2 giờ. Anh/chị cho em xin số điện thoại ạ 😊");

  private Exchange() {}

  /**
   * What was counted; times are from sending to arrival at the other side.
   *
   * @param lost sent but not arrived
   */
  public record Result(
      int sent,
      int received,
      int lost,
      int duplicated,
      int reordered,
      double latencyP50Ms,
      double latencyP99Ms) {
    /** Whether everything arrived once and in order. */
    public boolean flawless() {
      return lost == 0 && duplicated == 0 && reordered == 0;
    }
  }

  /** Lets a new visitor and an agent exchange this many messages each. */
  public static Result run(SuiteClient client, String widgetKey, String agentToken, int eachWay) {
    Receipts atVisitor = new Receipts();
    Receipts atAgent = new Receipts();
    try (Talk talk =
        Talk.begin(client, widgetKey, agentToken, LINES.getFirst(), atVisitor, atAgent)) {
      List<Double> millis = new ArrayList<>();
      for (int i = 0; i < eachWay; i++) {
        exchangeOne(talk, talk.visitor(), atAgent, LINES.get(2 * i % LINES.size()), millis);
        exchangeOne(talk, talk.agent(), atVisitor, LINES.get((2 * i + 1) % LINES.size()), millis);
      }
      talk.end();
      double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      return new Result(
          2 * eachWay,
          atVisitor.received() + atAgent.received(),
          atVisitor.lost() + atAgent.lost(),
          atVisitor.duplicated() + atAgent.duplicated(),
          atVisitor.reordered() + atAgent.reordered(),
          percentile(sorted, 50),
          percentile(sorted, 99));
    }
  }

  private static void exchangeOne(
      Talk talk, SuiteSocket from, Receipts there, String text, List<Double> millis) {
    UUID id = UUID.randomUUID();
    CompletableFuture<Long> arrival = there.expect(id.toString());
    long begun = System.nanoTime();
    CompletableFuture<?> acknowledged = talk.send(from, id, text);
    try {
      acknowledged.orTimeout(ARRIVAL_SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      throw new SuiteException("a message was not acknowledged: " + e.getCause(), e);
    }
    try {
      long arrived = arrival.copy().orTimeout(ARRIVAL_SECONDS, TimeUnit.SECONDS).join();
      millis.add((arrived - begun) / NANOS_PER_MILLI);
    } catch (CompletionException lost) {
      // Counted at the end: it may still come, or it is lost.
      millis.add(TimeUnit.SECONDS.toMillis(ARRIVAL_SECONDS) * 1.0);
    }
  }

  static double percentile(double[] sorted, int percent) {
    if (sorted.length == 0) {
      return 0;
    }
    int index = (int) Math.ceil(sorted.length * percent / 100.0) - 1;
    return Math.round(sorted[Math.clamp(index, 0, sorted.length - 1)] * 100) / 100.0;
  }
}
