package io.dakenh.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.suite.SocketErrorException;
import io.dakenh.devstack.suite.SuiteClient;
import io.dakenh.devstack.suite.SuiteSocket;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.SuiteUnderTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What one business does stays invisible to another: over HTTP, on the sockets, in the lists. */
class IsolationIT {
  private final SuiteUnderTest suite = SuiteUnderTest.get();
  private final SuiteClient client = suite.client();

  @Test
  @Rows(
      value = {"TEN-3", "GEN-1"},
      part = "DEP-8")
  void aSecondBusinessSeesNothing() {
    // Given
    Business ours = Business.create(suite, 1);
    Business theirs = Business.create(suite, 1);
    List<JsonNode> seenByThem = new CopyOnWriteArrayList<>();
    List<JsonNode> seenByUs = new CopyOnWriteArrayList<>();
    String theirAgent = theirs.token(theirs.agents().getFirst());
    String theirOwner = theirs.token(theirs.owner());
    try (SuiteSocket foreign = SuiteSocket.open(client, "/ws/agent", theirAgent, seenByThem::add);
        SuiteSocket own =
            SuiteSocket.open(
                client, "/ws/agent", ours.token(ours.agents().getFirst()), seenByUs::add);
        SuiteSocket visitor =
            SuiteSocket.open(client, "/ws/visitor", visitorToken(ours), frame -> {})) {
      // When
      String conversation = open(visitor);
      await("our own agent to be offered it")
          .atMost(Duration.ofSeconds(20))
          .until(() -> seenByUs.stream().anyMatch(frame -> is(frame, "offer")));
      String offer =
          seenByUs.stream()
              .filter(frame -> is(frame, "offer"))
              .findFirst()
              .orElseThrow()
              .path("offer")
              .path("id")
              .asText();

      // Then
      for (String token : List.of(theirAgent, theirOwner)) {
        assertThat(get(token, "/api/livetalk/v1/conversations/" + conversation)).isEqualTo(404);
        assertThat(get(token, "/api/livetalk/v1/conversations/" + conversation + "/messages"))
            .isEqualTo(404);
        assertThat(get(token, "/api/routing/v1/conversations/" + conversation + "/timeline"))
            .isEqualTo(404);
        for (String view : List.of("mine", "waiting", "all", "closed")) {
          assertThat(
                  client
                      .get(token, "/api/livetalk/v1/conversations?view=" + view)
                      .successful()
                      .body()
                      .path("items"))
              .isEmpty();
        }
      }
      assertThat(
              client
                  .post(
                      theirAgent,
                      "/api/routing/v1/offers/" + offer + "/accept",
                      SuiteClient.object())
                  .status())
          .isEqualTo(404);
      assertThatThrownBy(() -> foreign.call(message(conversation)))
          .isInstanceOfSatisfying(
              SocketErrorException.class,
              error -> assertThat(error.code()).isEqualTo("conversation-not-found"));
      assertThat(seenByThem)
          .noneMatch(frame -> frame.toString().contains(conversation))
          .noneMatch(frame -> is(frame, "offer"));
    }
  }

  @Test
  @Rows("GEN-1")
  void anAgentMayNotConfigure() {
    Business business = Business.create(suite, 1);
    String agent = business.token(business.agents().getFirst());

    assertThat(get(agent, "/api/config/v1/staff")).isEqualTo(403);
    assertThat(get(agent, "/api/config/v1/departments")).isEqualTo(403);
    assertThat(get(agent, "/api/config/v1/sections")).isEqualTo(403);
    assertThat(get(agent, "/api/billing/v1/entitlement")).isEqualTo(403);
    assertThat(get(agent, "/api/referral/v1/code")).isEqualTo(403);
    assertThat(get(agent, "/api/channels/v1/channels")).isEqualTo(403);
  }

  @Test
  void aNewBusinessHasItsTrialMinutesAndItsReferralCode() {
    Business business = Business.create(suite, 0);
    String owner = business.token(business.owner());

    await("billing and referral to have heard of it")
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                get(owner, "/api/billing/v1/entitlement") == 200
                    && get(owner, "/api/referral/v1/code") == 200);
    JsonNode code = client.get(owner, "/api/referral/v1/code").successful().body();
    assertThat(code.path("url").asText()).endsWith(code.path("code").asText());
    assertThat(client.get(owner, "/api/channels/v1/channels").successful().body().path("items"))
        .isEmpty();
  }

  private String visitorToken(Business business) {
    return client
        .post(
            null,
            "/api/livetalk/v1/public/visitor-sessions",
            SuiteClient.object().put("widgetKey", business.widgetKey()))
        .successful()
        .body()
        .path("visitorToken")
        .asText();
  }

  private static String open(SuiteSocket visitor) {
    ObjectNode frame =
        SuiteClient.object()
            .put("type", "open")
            .put("clientConversationId", UUID.randomUUID().toString());
    frame
        .putObject("message")
        .put("clientMessageId", UUID.randomUUID().toString())
        .put("text", "Bí mật của cửa hàng");
    return visitor.call(frame).path("conversationId").asText();
  }

  private static ObjectNode message(String conversation) {
    return SuiteClient.object()
        .put("type", "send")
        .put("conversationId", conversation)
        .put("clientMessageId", UUID.randomUUID().toString())
        .put("text", "Người lạ");
  }

  private static boolean is(JsonNode frame, String type) {
    return frame.path("type").asText().equals(type);
  }

  private int get(String token, String path) {
    return client.get(token, path).status();
  }
}
