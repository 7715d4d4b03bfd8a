package io.dakenh.billing.metering;

import io.dakenh.billing.plan.ExhaustedPolicy;
import io.dakenh.contracts.billing.CallHoldRefused;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.platform.relational.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** Tells that a running call can hold no more, and what becomes of it. */
@ApplicationScoped
class HoldEvents {
  private final Outbox outbox;

  @Inject
  HoldEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /**
   * Once per call. Where the plan lets calls finish, one that could hold nothing at all is cut all
   * the same: it began when nothing was left, only at the same moment as another, and finishing is
   * for calls that began with something.
   */
  void refused(CallRecord call, ExhaustedPolicy policy, Duration warning) {
    long covered = call.heldSeconds() + call.chargedSeconds;
    ExhaustedPolicy applied = covered == 0 ? ExhaustedPolicy.CUT : policy;
    Instant heard = call.lastHeard();
    Instant joined = call.joinedAt;
    if (heard == null || joined == null) {
      throw new IllegalStateException("a call nobody joined holds nothing");
    }
    Instant warned = heard.plus(warning);
    Instant used = joined.plusSeconds(covered);
    outbox.add(
        EventCatalog.CALL_HOLD_REFUSED,
        call.key.callId(),
        call.key.tenantId(),
        new CallHoldRefused(
            call.key.tenantId(),
            call.key.callId(),
            applied.code(),
            applied == ExhaustedPolicy.FINISH ? null : used.isAfter(warned) ? used : warned),
        call.eventId);
  }
}
