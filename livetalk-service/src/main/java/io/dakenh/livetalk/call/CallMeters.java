package io.dakenh.livetalk.call;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.call.Call.Claim;
import io.dakenh.platform.time.Latencies;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** How long people wait for each other, and then for the network between them. */
@ApplicationScoped
@Startup
class CallMeters {
  private final Timer invited;
  private final Timer answered;
  private final Duration claim;

  @Inject
  CallMeters(MeterRegistry meters, LivetalkConfig config) {
    this.claim = config.calls().claim();
    this.invited =
        Timer.builder("dakenh.livetalk.call.invited")
            .description("From the invitation to the first media: ringing included")
            .serviceLevelObjectives(Latencies.ofPeople())
            .register(meters);
    this.answered =
        Timer.builder("dakenh.livetalk.call.setup")
            .description("From somebody taking the call to the first media")
            .serviceLevelObjectives(Latencies.ofMachines())
            .register(meters);
  }

  /** Media flows for the first time. */
  void connected(Call call, Instant now) {
    invited.record(Duration.between(call.startedAt(), now));
    Claim taken = call.claim();
    if (taken != null) {
      answered.record(Duration.between(taken.due().minus(claim), now));
    }
  }
}
