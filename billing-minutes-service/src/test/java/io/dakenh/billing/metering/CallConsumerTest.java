package io.dakenh.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.billing.ledger.Balances;
import io.dakenh.contracts.billing.EntitlementChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.event.Topic;
import io.dakenh.contracts.livetalk.CallEnded;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.test.EventProbe;
import io.dakenh.devstack.test.ProbedEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CallConsumerTest {
  private static final String DEAD = Topic.LIVETALK_CALL.deadLetterName("billing-minutes-service");

  @Inject Books books;

  @Test
  @Rows(part = {"MIN-4", "MIN-5"})
  void tellsWhatIsHeldAndHowNearTheEndIs() {
    try (EventProbe probe = EventProbe.connect()) {
      UUID tenantId = books.tenantWith(1000);
      Told call = new Told(tenantId, Instant.now().minusSeconds(2000));
      call.publish(probe, call.started());
      call.publish(probe, call.joined(0));

      EntitlementChanged held =
          probe.await(
              EventCatalog.ENTITLEMENT_CHANGED,
              tenantId,
              event -> event.heldSeconds() != null && event.heldSeconds() == 90);
      assertThat(held.monthlySecondsLeft()).isEqualTo(910);
      assertThat(held.exhaustedPolicy()).isEqualTo("finish");

      call.publish(probe, call.ended(0L, 860, "completed"));
      EntitlementChanged ended =
          probe.await(
              EventCatalog.ENTITLEMENT_CHANGED,
              tenantId,
              event -> event.monthlySecondsLeft() == 140);
      assertThat(ended.heldSeconds()).isZero();
      assertThat(ended.level()).isEqualTo("warning-95");
      assertThat(ended.version()).isGreaterThan(held.version());
    }
  }

  @Test
  @Rows(part = "MIN-5")
  void saysExhaustedWhenNothingIsLeft() {
    try (EventProbe probe = EventProbe.connect()) {
      UUID tenantId = books.tenantWith(30);
      Told call = new Told(tenantId, Instant.now().minusSeconds(100));
      call.publish(probe, call.ended(0L, 30, "completed"));

      EntitlementChanged changed =
          probe.await(
              EventCatalog.ENTITLEMENT_CHANGED,
              tenantId,
              event -> "exhausted".equals(event.level()));
      assertThat(changed.monthlySecondsLeft()).isZero();
    }
  }

  @Test
  @Rows(part = "MIN-6")
  void countsAnEventOnceHoweverOftenItIsTold() {
    try (EventProbe probe = EventProbe.connect()) {
      UUID tenantId = books.tenantWith(1000);
      Told call = new Told(tenantId, Instant.now().minusSeconds(100));
      CallEnded ended = call.ended(0L, 40, "completed");
      UUID eventId = UUID.randomUUID();
      String key = call.callId().toString();
      probe.publish(eventId, EventCatalog.CALL_ENDED, key, tenantId, ended);
      probe.publish(eventId, EventCatalog.CALL_ENDED, key, tenantId, ended);
      call.publish(probe, ended);
      call.publish(probe, call.joined(0));
      drain(probe, tenantId, key);

      assertThat(books.balances(tenantId)).isEqualTo(new Balances(959, 0, 41, 0, 0));
      assertThat(
              books.number(tenantId, "select count(*) from ledger_transfer where cause = 'call'"))
          .as("the call and the marker")
          .isEqualTo(2);
    }
  }

  @Test
  @Rows(part = {"MIN-6", "TEN-3"})
  void buriesEventsOfAnotherTenantAndGoesOn() {
    try (EventProbe probe = EventProbe.connect()) {
      UUID victim = books.tenantWith(1000);
      UUID forger = books.tenantWith(1000);
      Told call = new Told(victim, Instant.now().minusSeconds(100));
      UUID eventId =
          probe.publish(
              EventCatalog.CALL_ENDED,
              call.callId().toString(),
              forger,
              call.ended(0L, 40, "completed"));

      ProbedEvent letter = probe.await(DEAD, event -> eventId.toString().equals(event.id()));
      assertThat(letter.headers()).containsEntry("problem-code", "validation-failed");
      drain(probe, victim, call.callId().toString());
      assertThat(books.balances(victim).usedSeconds()).isEqualTo(1);
      assertThat(books.balances(forger).usedSeconds()).isZero();
    }
  }

  /**
   * Events of one key are applied in order: a call of one second marks that the rest is applied.
   */
  private void drain(EventProbe probe, UUID tenantId, String sameKey) {
    Told marker = new Told(tenantId, Instant.now().minusSeconds(10));
    probe.publish(EventCatalog.CALL_ENDED, sameKey, tenantId, marker.ended(0L, 1, "completed"));
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(
                        books.number(
                            tenantId,
                            "select count(*) from call_record where call_id = '"
                                + marker.callId()
                                + "'"))
                    .isEqualTo(1));
  }
}
