package io.dakenh.referral.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.contracts.config.TenantChanged;
import io.dakenh.contracts.referral.ReferralCodeIssued;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.identity.Tokens;
import io.dakenh.devstack.test.EventProbe;
import io.dakenh.referral.TenantEvents;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Rows(part = {"REF-4", "REF-5"})
class GuardsTest {
  private static final String AGENT = "Mozilla/5.0 (máy của " + UUID.randomUUID() + ")";

  @Test
  void twoBusinessesOfOneOwner() {
    assertRejected(
        "same-owner", SignUps.facts("x1", null, true, null), SignUps.facts("x1", null, true, null));
  }

  @Test
  void twoOwnersOfOneDomain() {
    assertRejected(
        "same-domain",
        SignUps.facts("y1", "domain-y", true, null),
        SignUps.facts("y2", "domain-y", true, null));
  }

  @Test
  void anOwnerWhoSignedUpBefore() {
    try (EventProbe probe = EventProbe.connect()) {
      SignUps businesses = new SignUps(probe);
      businesses.signUp("Cũ", null, SignUps.facts("z1", null, true, null));
      ReferralCodeIssued referrer = businesses.signUp("Hoa Mai", null, SignUps.stranger());
      businesses.signUp("Mới", referrer.code(), SignUps.facts("z1", null, true, null));
      assertReason(referrer, "repeated");
    }
  }

  @Test
  void aLineThatLeadsBackToOneOwner() {
    try (EventProbe probe = EventProbe.connect()) {
      SignUps businesses = new SignUps(probe);
      ReferralCodeIssued first =
          businesses.signUp("Một", null, SignUps.facts("w1", null, true, null));
      ReferralCodeIssued second = businesses.signUp("Hai", first.code(), SignUps.stranger());
      businesses.signUp("Ba", second.code(), SignUps.facts("w1", null, true, null));
      assertReason(second, "loop");
    }
  }

  @Test
  @Rows(part = "REF-2")
  void aLinkThatWasFollowedTooLongBefore() {
    try (EventProbe probe = EventProbe.connect()) {
      SignUps businesses = new SignUps(probe);
      ReferralCodeIssued referrer = businesses.signUp("Hoa Mai", null, SignUps.stranger());
      UUID visit = follow(referrer.code(), "10.1.1." + octet(), AGENT);
      Instant later = Instant.now().plus(Duration.ofDays(31));
      businesses.signUp("Muộn", referrer.code(), byVisit(visit), later);
      businesses.signUp("Bịa", referrer.code(), byVisit(UUID.randomUUID()));
      businesses.signUp("Kịp", referrer.code(), byVisit(visit));

      assertThat(SignUps.<String>history(referrer.tenantId(), "items.state"))
          .containsExactly("registered", "rejected", "rejected");
      assertThat(SignUps.<String>history(referrer.tenantId(), "items.rejectionReason"))
          .containsExactly(null, "attribution-expired", "attribution-expired");
    }
  }

  @Test
  void theOwnersOwnDevice() {
    try (EventProbe probe = EventProbe.connect()) {
      SignUps businesses = new SignUps(probe);
      ReferralCodeIssued referrer = businesses.signUp("Hoa Mai", null, SignUps.stranger());
      String address = "10.2.2." + octet();
      given()
          .auth()
          .oauth2(Tokens.owner(referrer.tenantId()))
          .header("X-Forwarded-For", address)
          .header("User-Agent", AGENT)
          .get("/api/v1/code")
          .then()
          .statusCode(200);
      UUID visit = follow(referrer.code(), address, AGENT);
      businesses.signUp("Bống", referrer.code(), byVisit(visit));
      assertReason(referrer, "same-device");
    }
  }

  @Test
  void manySignUpsFromOnePlace() {
    try (EventProbe probe = EventProbe.connect()) {
      SignUps businesses = new SignUps(probe);
      ReferralCodeIssued referrer = businesses.signUp("Hoa Mai", null, SignUps.stranger());
      String address = "10.3." + octet() + "." + octet();
      for (int i = 0; i < 4; i++) {
        UUID visit = follow(referrer.code(), address, AGENT + i);
        businesses.signUp("Số " + i, referrer.code(), byVisit(visit));
      }
      assertThat(SignUps.<String>history(referrer.tenantId(), "items.state"))
          .containsExactly("rejected", "registered", "registered", "registered");
      assertThat(SignUps.<String>history(referrer.tenantId(), "items.rejectionReason"))
          .startsWith("too-many-from-one-place");
    }
  }

  private static void assertRejected(
      String reason, TenantChanged.SignUp referrerFacts, TenantChanged.SignUp referredFacts) {
    try (EventProbe probe = EventProbe.connect()) {
      SignUps businesses = new SignUps(probe);
      ReferralCodeIssued referrer = businesses.signUp("Hoa Mai", null, referrerFacts);
      businesses.signUp("Bống", referrer.code(), referredFacts);
      assertReason(referrer, reason);
    }
  }

  private static void assertReason(ReferralCodeIssued referrer, String reason) {
    assertThat(SignUps.<String>history(referrer.tenantId(), "items.rejectionReason"))
        .containsExactly(reason);
  }

  private static TenantChanged.SignUp byVisit(UUID visit) {
    return SignUps.facts(UUID.randomUUID().toString(), null, true, visit);
  }

  private static UUID follow(String code, String address, String agent) {
    String location =
        given()
            .redirects()
            .follow(false)
            .header("X-Forwarded-For", address)
            .header("User-Agent", agent)
            .get("/r/" + code)
            .then()
            .statusCode(303)
            .extract()
            .header("Location");
    return UUID.fromString(location.substring(location.indexOf("visit=") + "visit=".length()));
  }

  private static int octet() {
    return (int) (Math.random() * 250) + 1;
  }

  @Test
  void eventsThatTellOfNoSignUpAreGuardedByTheCodeAlone() {
    try (EventProbe probe = EventProbe.connect()) {
      ReferralCodeIssued referrer = TenantEvents.signUp(probe, "Hoa Mai");
      TenantEvents.signUp(probe, "Bống", referrer.code());
      assertThat(SignUps.<String>history(referrer.tenantId(), "items.state"))
          .containsExactly("registered");
    }
  }
}
