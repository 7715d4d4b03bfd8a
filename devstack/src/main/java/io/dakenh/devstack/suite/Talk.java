package io.dakenh.devstack.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A visitor and an agent in one conversation, each on a socket of their own. */
public final class Talk implements AutoCloseable {
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
    AgentInbox inbox = new AgentInbox(toAgent);
    SuiteSocket agent = SuiteSocket.open(client, "/ws/agent", agentToken, inbox);
    String agentId = agent.ready().path("me").path("id").asText();
    agent.call(SuiteClient.object().put("type", "presence").put("state", "online"));
    SuiteSocket visitor =
        SuiteSocket.open(client, "/ws/visitor", visitorToken(client, widgetKey), toVisitor);
    JsonNode opened = visitor.call(openFrame(client, firstText));
    String conversationId = opened.path("conversationId").asText();
    String offerId = inbox.awaitOffer(conversationId);
    client
        .post(agentToken, "/api/routing/v1/offers/" + offerId + "/accept", SuiteClient.object())
        .successful();
    inbox.awaitJoined(conversationId, agentId);
    agent.call(resumeFrame(conversationId, opened.path("epoch")));
    return new Talk(visitor, agent, conversationId);
  }

  private static ObjectNode openFrame(SuiteClient client, String firstText) {
    ObjectNode open =
        SuiteClient.object()
            .put("type", "open")
            .put("clientConversationId", UUID.randomUUID().toString());
    open.putObject("page").put("url", client.origin() + "/site/").put("title", "demo");
    open.putObject("visitor").put("name", "Khách dùng thử");
    open.putObject("message")
        .put("clientMessageId", UUID.randomUUID().toString())
        .put("text", firstText);
    return open;
  }

  /** What was said before the agent took part is asked for, as a desk does. */
  private static ObjectNode resumeFrame(String conversationId, JsonNode epoch) {
    ObjectNode resume = SuiteClient.object().put("type", "resume");
    ObjectNode from = resume.putArray("conversations").addObject();
    from.put("conversationId", conversationId).put("lastSequence", 0);
    from.set("epoch", epoch);
    return resume;
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
}
