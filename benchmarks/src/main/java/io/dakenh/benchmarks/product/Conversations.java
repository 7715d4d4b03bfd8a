package io.dakenh.benchmarks.product;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.devstack.suite.SuiteClient;
import io.dakenh.devstack.suite.SuiteSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Opens conversations as visitors do and accepts them as agents do. */
final class Conversations {
  private static final int OPENING_AT_ONCE = 8;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** One that was accepted. */
  record Opened(String conversationId, String visitorToken) {}

  private final SuiteClient client;
  private final List<Business> businesses;
  private final Map<String, CompletableFuture<String>> offers = new ConcurrentHashMap<>();

  Conversations(SuiteClient client, List<Business> businesses) {
    this.client = client;
    this.businesses = businesses;
  }

  /** They are spread evenly over the businesses. */
  List<Opened> open(int count) {
    List<String> tokens = businesses.stream().map(business -> business.agentToken(client)).toList();
    List<SuiteSocket> sockets = new ArrayList<>();
    try (ExecutorService opening = Executors.newFixedThreadPool(OPENING_AT_ONCE)) {
      for (String token : tokens) {
        SuiteSocket socket = SuiteSocket.open(client, "/ws/agent", token, this::heard);
        socket.call(SuiteClient.object().put("type", "presence").put("state", "online"));
        sockets.add(socket);
      }
      List<CompletableFuture<Opened>> all = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int turn = i % tokens.size();
        all.add(
            CompletableFuture.supplyAsync(
                () -> open(businesses.get(turn), tokens.get(turn)), opening));
      }
      return all.stream().map(CompletableFuture::join).toList();
    } finally {
      sockets.forEach(SuiteSocket::close);
    }
  }

  private void heard(JsonNode frame) {
    if ("offer".equals(frame.path("type").asText())) {
      JsonNode offer = frame.path("offer");
      offerFor(offer.path("conversationId").asText()).complete(offer.path("id").asText());
    }
  }

  private CompletableFuture<String> offerFor(String conversationId) {
    return offers.computeIfAbsent(conversationId, id -> new CompletableFuture<>());
  }

  private Opened open(Business business, String agentToken) {
    String visitorToken = visitorToken(business.widgetKey());
    String conversationId;
    try (SuiteSocket visitor = SuiteSocket.open(client, "/ws/visitor", visitorToken, frame -> {})) {
      var open =
          SuiteClient.object()
              .put("type", "open")
              .put("clientConversationId", UUID.randomUUID().toString())
              .put("departmentId", business.departmentId());
      open.putObject("visitor").put("name", "Khách đo tải");
      open.putObject("message")
          .put("clientMessageId", UUID.randomUUID().toString())
          .put("text", "Xin chào");
      conversationId = visitor.call(open).path("conversationId").asText();
    }
    String offerId =
        offerFor(conversationId).orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    client
        .post(agentToken, "/api/routing/v1/offers/" + offerId + "/accept", SuiteClient.object())
        .successful();
    return new Opened(conversationId, visitorToken);
  }

  /** The public endpoint limits how fast one address may ask; this waits its turn. */
  private String visitorToken(String widgetKey) {
    return Awaitility.await("a visitor session")
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () ->
                client.post(
                    null,
                    "/api/livetalk/v1/public/visitor-sessions",
                    SuiteClient.object().put("widgetKey", widgetKey)),
            answer -> answer.status() != TOO_MANY_REQUESTS)
        .successful()
        .body()
        .path("visitorToken")
        .asText();
  }
}
