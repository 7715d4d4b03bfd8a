package io.dakenh.livetalk.webhook;

import io.dakenh.contracts.livetalk.CallEnded;
import io.dakenh.contracts.livetalk.ConversationClosed;
import io.dakenh.contracts.livetalk.ConversationOpened;
import io.dakenh.contracts.livetalk.ConversationRated;
import io.dakenh.contracts.livetalk.ConversationReopened;
import io.dakenh.contracts.livetalk.MessageSent;
import io.dakenh.platform.event.ReceivedEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something endpoints may be told of.
 *
 * @param eventId by which receivers know it again
 * @param data ids, times and kinds; nothing that a person said or is called
 * @param sequence of the message it is about
 * @param visitorId whose name belongs to it
 */
record Happening(
    UUID eventId,
    UUID tenantId,
    String type,
    Instant occurredAt,
    Map<String, Object> data,
    @Nullable UUID conversationId,
    @Nullable Long sequence,
    @Nullable UUID visitorId) {

  /** What an event of ours means to programs outside; null for nothing. */
  static @Nullable Happening of(ReceivedEvent<?> event) {
    Map<String, Object> data = new LinkedHashMap<>();
    return switch (event.payload()) {
      case ConversationOpened opened -> {
        data.put("conversationId", opened.conversationId());
        data.put("channelKind", opened.channelKind());
        put(data, "departmentId", opened.departmentId());
        data.put("openedAt", opened.openedAt());
        yield about(
            event,
            WebhookEvents.CONVERSATION_OPENED,
            data,
            opened.conversationId(),
            null,
            opened.visitorId());
      }
      case ConversationClosed closed -> {
        data.put("conversationId", closed.conversationId());
        data.put("closedBy", closed.closedBy());
        data.put("closedAt", closed.closedAt());
        yield about(
            event, WebhookEvents.CONVERSATION_CLOSED, data, closed.conversationId(), null, null);
      }
      case ConversationReopened reopened -> {
        data.put("conversationId", reopened.conversationId());
        yield about(
            event,
            WebhookEvents.CONVERSATION_REOPENED,
            data,
            reopened.conversationId(),
            null,
            null);
      }
      case ConversationRated rated -> {
        data.put("conversationId", rated.conversationId());
        data.put("score", rated.score());
        data.put("ratedAt", rated.ratedAt());
        yield about(
            event, WebhookEvents.CONVERSATION_RATED, data, rated.conversationId(), null, null);
      }
      case MessageSent sent -> {
        data.put("conversationId", sent.conversationId());
        boolean byVisitor = sent.authorKind().equals("visitor");
        yield about(
            event,
            byVisitor ? WebhookEvents.MESSAGE_RECEIVED : WebhookEvents.MESSAGE_SENT,
            data,
            sent.conversationId(),
            sent.sequence(),
            null);
      }
      case CallEnded ended -> {
        data.put("callId", ended.callId());
        data.put("conversationId", ended.conversationId());
        data.put("media", ended.media());
        data.put("outcome", ended.outcome());
        put(data, "reason", ended.reason());
        data.put("startedAt", ended.startedAt());
        put(data, "answeredAt", ended.firstJoinedAt());
        data.put("endedAt", ended.endedAt());
        data.put(
            "agentIds",
            ended.agents().stream().map(CallEnded.Participant::agentId).distinct().toList());
        yield about(
            event, WebhookEvents.CALL_ENDED, data, ended.conversationId(), null, ended.visitorId());
      }
      default -> null;
    };
  }

  private static Happening about(
      ReceivedEvent<?> event,
      String type,
      Map<String, Object> data,
      UUID conversationId,
      @Nullable Long sequence,
      @Nullable UUID visitorId) {
    return new Happening(
        event.id(),
        event.tenantId(),
        type,
        event.occurredAt(),
        data,
        conversationId,
        sequence,
        visitorId);
  }

  private static void put(Map<String, Object> data, String name, @Nullable Object value) {
    if (value != null) {
      data.put(name, value);
    }
  }
}
