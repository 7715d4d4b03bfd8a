package io.dakenh.livetalk.replica;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/** What is counted of the streams between replicas. */
final class PeerMeters {
  private final MeterRegistry meters;
  private final Counter sent;
  private final Counter lost;

  PeerMeters(MeterRegistry meters) {
    this.meters = meters;
    this.sent = meters.counter("dakenh.livetalk.peer.sent");
    this.lost = meters.counter("dakenh.livetalk.peer.lost");
  }

  /** Open streams to other replicas. */
  void streams(PeerNetwork network, ToDoubleFunction<PeerNetwork> open) {
    meters.gauge("dakenh.livetalk.peer.streams", network, open);
  }

  /** Something was pushed through another replica. */
  void sent() {
    sent.increment();
  }

  /** A stream broke. */
  void lost() {
    lost.increment();
  }
}
