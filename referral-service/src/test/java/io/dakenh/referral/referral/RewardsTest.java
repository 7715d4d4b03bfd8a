package io.dakenh.referral.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.referral.ReferralCodeIssued;
import io.dakenh.contracts.referral.ReferralRewarded;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.identity.Tokens;
import io.dakenh.devstack.test.EventProbe;
import io.dakenh.referral.TenantEvents;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RewardsTest {
  /** What the defaults grant. */
  private static final long SECONDS = 1800;

  @Test
  @Rows(part = {"REF-3", "REF-4"})
  void bothAreRewardedOnceAfterTheFirstHandledConversation() {
    try (EventProbe probe = EventProbe.connect()) {
      SignUps businesses = new SignUps(probe);
      ReferralCodeIssued referrer = businesses.signUp("Hoa Mai", null, SignUps.stranger());
      UUID referred = businesses.signUp("Bống", referrer.code(), SignUps.stranger()).tenantId();
      assertThat(SignUps.<List<String>>history(referrer.tenantId(), "items.waitingFor"))
          .containsExactly(List.of("first-conversation"));

      UUID conversation = UUID.randomUUID();
      businesses.joined(referred, conversation);
      businesses.joined(referred, conversation);
      businesses.closed(referred, conversation);
      businesses.closed(referred, conversation);
      businesses.handlesAConversation(referred, false);

      ReferralRewarded first = rewarded(probe, referrer.tenantId());
      ReferralRewarded second = rewarded(probe, referred);
      assertThat(first.side()).isEqualTo("referrer");
      assertThat(second.side()).isEqualTo("referred");
      assertThat(first.referralId()).isEqualTo(second.referralId());
      assertThat(first.seconds()).isEqualTo(SECONDS);
      awaitStates(referrer.tenantId(), "rewarded");
      TenantEvents.drain(probe, referred);
      assertThat(probe.present(EventCatalog.REFERRAL_REWARDED, referrer.tenantId())).hasSize(1);
      assertThat(probe.present(EventCatalog.REFERRAL_REWARDED, referred)).hasSize(1);
      given()
          .auth()
          .oauth2(Tokens.owner(referrer.tenantId()))
          .get("/api/v1/summary")
          .then()
          .statusCode(200)
          .body("rewarded", equalTo(1))
          .body("earnedThisMonthSeconds", equalTo((int) SECONDS));
    }
  }

  @Test
  @Rows(part = "REF-3")
  void theOrderOfWhatIsHeardDoesNotMatter() {
    try (EventProbe probe = EventProbe.connect()) {
      SignUps businesses = new SignUps(probe);
      ReferralCodeIssued referrer = businesses.signUp("Hoa Mai", null, SignUps.stranger());
      UUID referred =
          businesses
              .signUp(
                  "Bống",
                  referrer.code(),
                  SignUps.facts(UUID.randomUUID().toString(), null, false, null))
              .tenantId();
      businesses.handlesAConversation(referred, true);
      Awaitility.await()
          .untilAsserted(
              () ->
                  assertThat(SignUps.<List<String>>history(referrer.tenantId(), "items.waitingFor"))
                      .containsExactly(List.of("verified-email")));

      TenantEvents.publish(
          probe,
          TenantEvents.with(
              TenantEvents.tenant(referred, 2, "Bống", "active", referrer.code()),
              SignUps.stranger()));
      rewarded(probe, referrer.tenantId());
      awaitStates(referrer.tenantId(), "rewarded");
    }
  }

  @Test
  @Rows(part = "REF-3")
  void beyondTheCapOfTheMonthTheReferrerWaitsAndTheOtherDoesNot() {
    try (EventProbe probe = EventProbe.connect()) {
      SignUps businesses = new SignUps(probe);
      ReferralCodeIssued referrer = businesses.signUp("Hoa Mai", null, SignUps.stranger());
      for (String name : List.of("Một", "Hai", "Ba")) {
        UUID referred = businesses.signUp(name, referrer.code(), SignUps.stranger()).tenantId();
        businesses.handlesAConversation(referred, false);
        rewarded(probe, referred);
      }
      awaitStates(referrer.tenantId(), "qualified", "rewarded", "rewarded");
      assertThat(SignUps.<List<String>>history(referrer.tenantId(), "items[0].waitingFor"))
          .isEqualTo(List.of("monthly-cap"));
      assertThat(probe.present(EventCatalog.REFERRAL_REWARDED, referrer.tenantId())).hasSize(2);
    }
  }

  private static ReferralRewarded rewarded(EventProbe probe, UUID tenantId) {
    return probe.await(EventCatalog.REFERRAL_REWARDED, tenantId, event -> true);
  }

  private static void awaitStates(UUID tenantId, String... states) {
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(SignUps.<String>history(tenantId, "items.state"))
                    .containsExactly(states));
  }
}
