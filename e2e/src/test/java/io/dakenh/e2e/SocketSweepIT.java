package io.dakenh.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.suite.SocketErrorException;
import io.dakenh.devstack.suite.SuiteClient;
import io.dakenh.devstack.suite.SuiteException;
import io.dakenh.devstack.suite.SuiteSocket;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.SocketCommands;
import io.dakenh.e2e.suite.SocketCommands.Loot;
import io.dakenh.e2e.suite.SuiteUnderTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/**
 * Every command of the socket protocol, with ids of somebody else: by a visitor and an agent of
 * another business, and by another visitor of the same. A command that is added makes this fail
 * until it is known here.
 */
class SocketSweepIT {
  private static final String SECRET = "Bí mật của riêng chị Hoa";
  private static final String VISITORS = "/ws/visitor";
  private static final String AGENTS = "/ws/agent";

  /** Commands that go to one side only; the other is told that it does not know them. */
  private static final Map<String, Set<String>> SIDES =
      Map.of(
          "open", Set.of(VISITORS),
          "page", Set.of(VISITORS),
          "rate", Set.of(VISITORS),
          "presence", Set.of(AGENTS));

  /** Without an id: nobody is answered, whatever becomes of it. */
  private static final Set<String> SILENT =
      Set.of("read", "delivered", "typing", "page", "ping", "call-beat", "call-signal");

  /** Named nothing of anybody, or refused what was named without telling. */
  private static final Map<String, String> ANSWERS =
      Map.of("open", "ack|validation-failed", "presence", "ack", "authenticate", "token-invalid");

  /** What people would see if a stranger's command had reached them. */
  private static final Set<String> TRACES =
      Set.of("message", "message-changed", "typing", "read", "delivered", "rated", "call-signal");

  private final SuiteUnderTest suite = SuiteUnderTest.get();
  private final SuiteClient client = suite.client();
  private final List<String> faults = new ArrayList<>();

  @Test
  @Rows({"TEN-3", "GEN-1"})
  void noCommandReachesWhatBelongsToSomebodyElse() {
    Business ours = Business.create(suite, 1);
    Business strangers = Business.create(suite, 1);
    String visitorToken = visitorToken(ours);
    String agentToken = ours.token(ours.agents().getFirst());
    List<JsonNode> seen = new CopyOnWriteArrayList<>();
    try (SuiteSocket visitor = SuiteSocket.open(client, VISITORS, visitorToken, seen::add);
        SuiteSocket agent = SuiteSocket.open(client, AGENTS, agentToken, seen::add)) {
      String conversation = open(visitor);
      join(seen, agentToken, conversation);
      String call = ring(visitor, conversation);
      JsonNode before = conversation(ours, conversation);
      seen.clear();

      String agentId = ours.agents().getFirst().id();
      String department = ours.defaultDepartment();
      Loot ofVisitor = new Loot(conversation, call, agentId, department, visitorToken);
      Loot ofAgent = new Loot(conversation, call, agentId, department, agentToken);
      String strangersVisitor = visitorToken(strangers);
      String strangersAgent = strangers.token(strangers.agents().getFirst());
      String otherVisitor = visitorToken(ours);
      for (String type : SocketCommands.all()) {
        attempt(type, VISITORS, strangersVisitor, ofVisitor);
        attempt(type, AGENTS, strangersAgent, ofAgent);
        attempt(type, VISITORS, otherVisitor, ofVisitor);
      }

      assertThat(faults).isEmpty();
      settle(visitor);
      settle(agent);
      assertThat(seen).noneMatch(frame -> TRACES.contains(frame.path("type").asText()));
      JsonNode after = conversation(ours, conversation);
      for (String field : List.of("state", "lastSequence", "epoch")) {
        assertThat(after.path(field)).as(field).isEqualTo(before.path(field));
      }
    }
  }

  @Test
  @Rows(part = {"TEN-3", "GEN-1"})
  void nobodyGivesACommandBeforeTheyAreKnown() {
    Business business = Business.create(suite, 0);
    Map<String, List<String>> wrong =
        Map.of(
            VISITORS, List.of("", "khong-phai-token", business.token(business.owner())),
            AGENTS, List.of("", "khong-phai-token", visitorToken(business), suite.operatorToken()));

    wrong.forEach(
        (path, tokens) ->
            tokens.forEach(
                token ->
                    assertThatThrownBy(
                            () -> SuiteSocket.open(client, path, token, frame -> {}).close())
                        .isInstanceOf(SuiteException.class)));
  }

  @Test
  void everyCommandIsKnownHere() {
    Loot loot = new Loot("c", "k", "a", "d", "t");
    Set<String> known = new TreeSet<>(SocketCommands.all());

    assertThat(known).hasSizeGreaterThan(20);
    assertThat(known)
        .allSatisfy(
            type ->
                assertThat(SocketCommands.frame(type, loot).path("type").asText()).isEqualTo(type));
    assertThat(known).containsAll(SILENT).containsAll(SIDES.keySet()).containsAll(ANSWERS.keySet());
  }

  private void attempt(String type, String path, String token, Loot loot) {
    List<JsonNode> told = new CopyOnWriteArrayList<>();
    boolean known = SIDES.getOrDefault(type, Set.of(path)).contains(path);
    try (SuiteSocket stranger = SuiteSocket.open(client, path, token, told::add)) {
      ObjectNode frame = (ObjectNode) SocketCommands.frame(type, loot);
      if (SILENT.contains(type) && known) {
        stranger.tell(frame);
      } else {
        String answer = answer(stranger, frame);
        String wanted = known ? ANSWERS.getOrDefault(type, "-not-found") : "unknown-frame-type";
        check(answer.matches(".*(" + wanted + ")"), path + " " + type + " was answered " + answer);
      }
      settle(stranger);
    }
    for (JsonNode frame : told) {
      String text = frame.toString();
      check(!text.contains(SECRET), path + " " + type + " tells what was written");
      check(
          frame.path("type").asText().equals("error") || !text.contains(loot.conversation()),
          path + " " + type + " tells of the conversation");
      check(!text.contains(loot.call()), path + " " + type + " tells of the call");
    }
  }

  private static String answer(SuiteSocket socket, ObjectNode frame) {
    try {
      return socket.call(frame).path("type").asText();
    } catch (SocketErrorException refused) {
      return refused.code();
    }
  }

  /** Commands of one socket are done in their order: what came before the answer is done. */
  private static void settle(SuiteSocket socket) {
    ObjectNode nothing = SuiteClient.object().put("type", "resume");
    nothing.putArray("conversations");
    socket.call(nothing);
  }

  private void check(boolean right, String fault) {
    if (!right) {
      faults.add(fault);
    }
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
        .put("text", SECRET);
    return visitor.call(frame).path("conversationId").asText();
  }

  /** Billing may not have heard of the business yet. */
  private static String ring(SuiteSocket visitor, String conversation) {
    String call = UUID.randomUUID().toString();
    await("a call to begin")
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                answer(
                        visitor,
                        SuiteClient.object()
                            .put("type", "call-start")
                            .put("callId", call)
                            .put("conversationId", conversation)
                            .put("media", "audio"))
                    .equals("ack"));
    return call;
  }

  /** The agent takes what was offered. */
  private void join(List<JsonNode> seen, String agentToken, String conversation) {
    await("the offer")
        .atMost(Duration.ofSeconds(20))
        .until(() -> seen.stream().anyMatch(frame -> frame.path("type").asText().equals("offer")));
    String offer =
        seen.stream()
            .filter(frame -> frame.path("type").asText().equals("offer"))
            .findFirst()
            .orElseThrow()
            .at("/offer/id")
            .asText();
    client
        .post(agentToken, "/api/routing/v1/offers/" + offer + "/accept", SuiteClient.object())
        .successful();
    await("the agent to see it")
        .until(
            () ->
                client.get(agentToken, "/api/livetalk/v1/conversations/" + conversation).status()
                    == 200);
  }

  private JsonNode conversation(Business business, String id) {
    return client
        .get(business.token(business.owner()), "/api/livetalk/v1/conversations/" + id)
        .successful()
        .body();
  }
}
