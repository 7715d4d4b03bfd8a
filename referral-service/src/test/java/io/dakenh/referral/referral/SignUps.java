package io.dakenh.referral.referral;

import static io.restassured.RestAssured.given;

import io.dakenh.contracts.config.TenantChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.ConversationClosed;
import io.dakenh.contracts.referral.ReferralCodeIssued;
import io.dakenh.contracts.routing.ConversationAllocated;
import io.dakenh.devstack.identity.Tokens;
import io.dakenh.devstack.test.EventProbe;
import io.dakenh.referral.TenantEvents;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Businesses that sign up and begin to serve, as the suite would tell of them. */
final class SignUps {
  private final EventProbe probe;

  SignUps(EventProbe probe) {
    this.probe = probe;
  }

  /** Owner {@code owner} with addresses at {@code domain}; null for a domain open to everybody. */
  static TenantChanged.SignUp facts(
      String owner, @Nullable String domain, boolean verified, @Nullable UUID visit) {
    return new TenantChanged.SignUp("owner-" + owner, domain, verified, visit);
  }

  /** Someone nobody has seen before. */
  static TenantChanged.SignUp stranger() {
    return facts(UUID.randomUUID().toString(), null, true, null);
  }

  ReferralCodeIssued signUp(
      String name, @Nullable String code, TenantChanged.@Nullable SignUp facts) {
    return signUp(name, code, facts, Instant.now());
  }

  ReferralCodeIssued signUp(
      String name, @Nullable String code, TenantChanged.@Nullable SignUp facts, Instant at) {
    UUID tenantId = UUID.randomUUID();
    TenantEvents.publish(
        probe,
        new TenantChanged(
            tenantId,
            1,
            name,
            "wk-" + tenantId,
            "active",
            "vi",
            "Asia/Ho_Chi_Minh",
            code,
            at.truncatedTo(ChronoUnit.MILLIS),
            facts));
    return TenantEvents.issued(probe, tenantId);
  }

  /** Its first conversation: an agent joins, and it is closed; in the given order. */
  void handlesAConversation(UUID tenantId, boolean closedFirst) {
    UUID conversationId = UUID.randomUUID();
    if (closedFirst) {
      closed(tenantId, conversationId);
      joined(tenantId, conversationId);
    } else {
      joined(tenantId, conversationId);
      closed(tenantId, conversationId);
    }
  }

  UUID joined(UUID tenantId, UUID conversationId) {
    return probe.publish(
        EventCatalog.CONVERSATION_ALLOCATED,
        conversationId.toString(),
        tenantId,
        new ConversationAllocated(
            tenantId,
            conversationId,
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            "offer",
            Instant.now()));
  }

  UUID closed(UUID tenantId, UUID conversationId) {
    return probe.publish(
        EventCatalog.CONVERSATION_CLOSED,
        conversationId.toString(),
        tenantId,
        new ConversationClosed(tenantId, conversationId, "agent", Instant.now()));
  }

  static <T> List<T> history(UUID tenantId, String path) {
    return given()
        .auth()
        .oauth2(Tokens.owner(tenantId))
        .get("/api/v1/referrals")
        .then()
        .statusCode(200)
        .extract()
        .path(path);
  }
}
