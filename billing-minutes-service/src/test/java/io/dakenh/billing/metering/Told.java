package io.dakenh.billing.metering;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.event.EventType;
import io.dakenh.contracts.livetalk.CallBeat;
import io.dakenh.contracts.livetalk.CallEnded;
import io.dakenh.contracts.livetalk.CallJoined;
import io.dakenh.contracts.livetalk.CallStarted;
import io.dakenh.devstack.test.EventProbe;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One call as livetalk would tell of it. */
public final class Told {
  public static final UUID AGENT = UUID.fromString("018f3c5e-7a10-7c3e-9b51-3f2a6d9e00a1");
  private static final String VISITOR = "Khách 4821";
  private static final String AGENT_NAME = "Mai Anh";

  private final UUID tenantId;
  private final UUID callId = UUID.randomUUID();
  private final UUID conversationId = UUID.randomUUID();
  private final UUID visitorId = UUID.randomUUID();
  private final Instant startedAt;

  public Told(UUID tenantId, Instant startedAt) {
    this.tenantId = tenantId;
    this.startedAt = startedAt;
  }

  public UUID callId() {
    return callId;
  }

  CallKey key() {
    return new CallKey(tenantId, callId);
  }

  public Instant at(long seconds) {
    return startedAt.plusSeconds(seconds);
  }

  public CallStarted started() {
    return new CallStarted(
        tenantId,
        callId,
        conversationId,
        null,
        null,
        visitorId,
        VISITOR,
        "audio",
        startedAt,
        null,
        null);
  }

  public CallJoined joined(long second) {
    return new CallJoined(tenantId, callId, AGENT, AGENT_NAME, at(second));
  }

  public CallBeat beat(long second) {
    return new CallBeat(tenantId, callId, at(second));
  }

  public CallEnded ended(@Nullable Long joinedSecond, long endedSecond, String outcome) {
    return ended(joinedSecond, endedSecond, outcome, "audio");
  }

  public CallEnded ended(
      @Nullable Long joinedSecond, long endedSecond, String outcome, String media) {
    return new CallEnded(
        tenantId,
        callId,
        conversationId,
        visitorId,
        VISITOR,
        media,
        outcome,
        null,
        startedAt,
        joinedSecond == null ? null : at(joinedSecond),
        at(endedSecond),
        joinedSecond == null
            ? List.of()
            : List.of(
                new CallEnded.Participant(AGENT, AGENT_NAME, at(joinedSecond), at(endedSecond))),
        null);
  }

  public UUID publish(EventProbe probe, Record payload) {
    return switch (payload) {
      case CallStarted told -> publish(probe, EventCatalog.CALL_STARTED, told);
      case CallJoined told -> publish(probe, EventCatalog.CALL_JOINED, told);
      case CallBeat told -> publish(probe, EventCatalog.CALL_BEAT, told);
      case CallEnded told -> publish(probe, EventCatalog.CALL_ENDED, told);
      default -> throw new IllegalArgumentException("no event of a call");
    };
  }

  private <T extends Record> UUID publish(EventProbe probe, EventType<T> type, T payload) {
    return probe.publish(type, callId.toString(), tenantId, payload);
  }
}
