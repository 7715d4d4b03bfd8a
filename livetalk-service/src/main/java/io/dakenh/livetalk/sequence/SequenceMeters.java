package io.dakenh.livetalk.sequence;

import io.dakenh.livetalk.sequence.Reviews.Done;
import io.dakenh.livetalk.sequence.SequenceSender.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Counts what was sent and cancelled, and how late; the labels are the fixed names of the rules.
 */
@ApplicationScoped
class SequenceMeters {
  private static final Logger LOG = Logger.getLogger(SequenceMeters.class);
  private static final String SEQUENCE = "sequence";

  private final MeterRegistry meters;

  @Inject
  SequenceMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  /** Called once the look is committed. */
  void record(Done done) {
    Watch watch = done.decision().watch();
    if (done.outcome() == Outcome.REFUSED) {
      failed(watch);
    }
    if (!done.moves()) {
      return;
    }
    for (Change change : done.decision().changes()) {
      if (change instanceof Change.Cancelled cancelled) {
        meters
            .counter(
                "dakenh.livetalk.sequence.cancelled",
                SEQUENCE,
                cancelled.kind().code(),
                "cause",
                cancelled.cause().code())
            .increment();
      }
    }
    for (Send send : done.decision().sends()) {
      Timer.builder("dakenh.livetalk.sequence.lateness")
          .description("From when an automatic message was due until it was stored")
          .tag(SEQUENCE, send.kind().code())
          .publishPercentileHistogram(false)
          .register(meters)
          .record(Duration.between(send.due(), done.stored()));
      LOG.debugf(
          "automatic message sent, sequence=%s index=%d tenantId=%s conversationId=%s",
          send.kind().code(), send.index(), watch.tenantId(), watch.conversationId());
    }
  }

  private void failed(Watch watch) {
    LOG.errorf(
        "automatic message refused, tenantId=%s conversationId=%s",
        watch.tenantId(), watch.conversationId());
    meters.counter("dakenh.livetalk.sequence.failed").increment();
  }
}
