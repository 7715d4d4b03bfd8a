package io.dakenh.devstack.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What an agent's socket says about offers and conversations, for those who wait for it. */
final class AgentInbox implements Consumer<JsonNode> {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Consumer<JsonNode> next;
  private final Map<String, CompletableFuture<String>> offers = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Void>> joined = new ConcurrentHashMap<>();

  /**
   * Listens.
   *
   * @param next hears every frame too
   */
  AgentInbox(Consumer<JsonNode> next) {
    this.next = next;
  }

  @Override
  public void accept(JsonNode frame) {
    switch (frame.path("type").asText()) {
      case "offer" -> {
        JsonNode offer = frame.path("offer");
        offered(offer.path("conversationId").asText()).complete(offer.path("id").asText());
      }
      case "conversation" -> {
        JsonNode conversation = frame.path("conversation");
        for (JsonNode agent : conversation.path("agents")) {
          joined(conversation.path("id").asText(), agent.path("id").asText()).complete(null);
        }
      }
      default -> {
        // Messages and the like are for whoever listens next.
      }
    }
    next.accept(frame);
  }

  /** The id of the offer of a conversation, whenever it comes. */
  String awaitOffer(String conversationId) {
    return await(
        offered(conversationId),
        "conversation " + conversationId + " was not offered to the agent");
  }

  /** Returns when the conversation counts the agent among its own. */
  void awaitJoined(String conversationId, String agentId) {
    await(
        joined(conversationId, agentId),
        "the agent accepted conversation " + conversationId + " but did not get into it");
  }

  private static <T> T await(CompletableFuture<T> future, String otherwise) {
    try {
      return future.orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException e) {
      throw new SuiteException(otherwise, e);
    }
  }

  private CompletableFuture<String> offered(String conversationId) {
    return offers.computeIfAbsent(conversationId, id -> new CompletableFuture<>());
  }

  private CompletableFuture<Void> joined(String conversationId, String agentId) {
    return joined.computeIfAbsent(conversationId + " " + agentId, id -> new CompletableFuture<>());
  }
}
