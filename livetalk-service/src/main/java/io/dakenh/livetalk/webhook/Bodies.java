package io.dakenh.livetalk.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.livetalk.message.History;
import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a receiver gets, with what people wrote and are called as it is at that moment. A
 * message that was erased is null, a visitor of whom nothing is left as well.
 */
@ApplicationScoped
class Bodies {
  private final Database database;
  private final History history;
  private final ObjectMapper json;

  @Inject
  Bodies(Database database, History history, ObjectMapper json) {
    this.database = database;
    this.history = history;
    this.json = json;
  }

  private record Visitor(UUID id, String name, @Nullable String phone, @Nullable String email) {}

  String of(Delivery delivery) {
    try {
      ObjectNode body = json.createObjectNode();
      body.put("id", delivery.eventId().toString());
      body.put("type", delivery.type());
      body.put("occurredAt", delivery.occurredAt().toString());
      body.put("tenantId", delivery.tenantId().toString());
      ObjectNode data = (ObjectNode) json.readTree(delivery.data());
      UUID conversationId = delivery.conversationId();
      Long sequence = delivery.sequence();
      if (conversationId != null && sequence != null) {
        data.set(
            "message",
            json.valueToTree(
                history.one(delivery.tenantId(), conversationId, sequence).orElse(null)));
      }
      UUID visitorId = delivery.visitorId();
      if (visitorId != null) {
        data.set("visitor", json.valueToTree(visitor(delivery.tenantId(), visitorId)));
      }
      body.set("data", data);
      return json.writeValueAsString(body);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a row of ours cannot be written", impossible);
    }
  }

  private @Nullable Visitor visitor(UUID tenantId, UUID visitorId) {
    return database
        .first(
            "select id, name, phone, email from visitor where tenant_id = ? and id = ?",
            row ->
                new Visitor(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4)),
            tenantId,
            visitorId)
        .orElse(null);
  }
}
