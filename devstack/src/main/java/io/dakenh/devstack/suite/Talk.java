package io.dakenh.devstack.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A visitor and an agent in one conversation, each on a socket of their own. */
public final class Talk implements AutoCloseable {
  private static final Duration OFFER_LIMIT = Duration.ofSeconds(20);

  private final SuiteSocket visitor;
  private final SuiteSocket agent;
  private final String conversationId;

  private Talk(SuiteSocket visitor, SuiteSocket agent, String conversationId) {
    this.visitor = visitor;
    this.agent = agent;
    this.conversationId = conversationId;
  }

  /**
   * Lets an agent come online and a visitor open a conversation, and the agent accept the offer.
   *
   * @param agentToken of somebody in the department that receives visitors by default
   */
  public static Talk begin(
      SuiteClient client,
      String widgetKey,
      String agentToken,
      String firstText,
      Consumer<JsonNode> toVisitor,
      Consumer<JsonNode> toAgent) {
    Offers offers = new Offers(toAgent);
    SuiteSocket agent = SuiteSocket.open(client, "/ws/agent", agentToken, offers);
    agent.call(SuiteClient.object().put("type", "presence").put("state", "online"));
    SuiteSocket visitor =
        SuiteSocket.open(client, "/ws/visitor", visitorToken(client, widgetKey), toVisitor);
    UUID wanted = UUID.randomUUID();
    var open = SuiteClient.object().put("type", "open").put("clientConversationId", "" + wanted);
    open.putObject("page").put("url", client.origin() + "/site/").put("title", "demo");
    open.putObject("visitor").put("name", "Khách dùng thử");
    open.putObject("message")
        .put("clientMessageId", UUID.randomUUID().toString())
        .put("text", firstText);
    String conversationId = visitor.call(open).path("conversationId").asText();
    String offerId = offers.awaitFor(conversationId);
    client
        .post(agentToken, "/api/routing/v1/offers/" + offerId + "/accept", SuiteClient.object())
        .successful();
    return new Talk(visitor, agent, conversationId);
  }

  /** The token of a new visitor. */
  public static String visitorToken(SuiteClient client, String widgetKey) {
    return client
        .post(
            null,
            "/api/livetalk/v1/public/visitor-sessions",
            SuiteClient.object().put("widgetKey", widgetKey))
        .successful()
        .body()
        .path("visitorToken")
        .asText();
  }

  /** The visitor's socket. */
  public SuiteSocket visitor() {
    return visitor;
  }

  /** The agent's socket. */
  public SuiteSocket agent() {
    return agent;
  }

  /** The conversation both are in. */
  public String conversationId() {
    return conversationId;
  }

  /** Sends one message and returns its acknowledgement to come. */
  public CompletableFuture<JsonNode> send(SuiteSocket from, UUID clientMessageId, String text) {
    return from.request(
        SuiteClient.object()
            .put("type", "send")
            .put("conversationId", conversationId)
            .put("clientMessageId", clientMessageId.toString())
            .put("text", text));
  }

  /** Closes the conversation. */
  public void end() {
    agent.call(SuiteClient.object().put("type", "close").put("conversationId", conversationId));
  }

  @Override
  public void close() {
    visitor.close();
    agent.close();
  }

  /** Remembers the offers an agent hears, whichever comes first: the offer or who asks for it. */
  private static final class Offers implements Consumer<JsonNode> {
    private final Consumer<JsonNode> next;
    private final java.util.Map<String, CompletableFuture<String>> byConversation =
        new java.util.concurrent.ConcurrentHashMap<>();

    Offers(Consumer<JsonNode> next) {
      this.next = next;
    }

    @Override
    public void accept(JsonNode frame) {
      if (frame.path("type").asText().equals("offer")) {
        JsonNode offer = frame.path("offer");
        of(offer.path("conversationId").asText()).complete(offer.path("id").asText());
      }
      next.accept(frame);
    }

    String awaitFor(String conversationId) {
      try {
        return of(conversationId).orTimeout(OFFER_LIMIT.toMillis(), TimeUnit.MILLISECONDS).join();
      } catch (CompletionException e) {
        throw new SuiteException(
            "conversation " + conversationId + " was not offered to the agent", e);
      }
    }

    private CompletableFuture<String> of(String conversationId) {
      return byConversation.computeIfAbsent(conversationId, id -> new CompletableFuture<>());
    }
  }
}
