package io.dakenh.config.audit;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.dakenh.config.storage.Collections;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.AuditRecorded;
import io.dakenh.platform.event.EventInbox;
import io.dakenh.platform.event.EventInboxes;
import io.dakenh.platform.event.ReceivedEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Date;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Puts what other services report into the one audit log of a business. An entry has one id however
 * often it is delivered.
 */
@ApplicationScoped
class AuditConsumer {
  private final MongoClient mongo;
  private final String databaseName;
  private final EventInbox inbox;

  @Inject
  AuditConsumer(
      MongoClient mongo,
      @ConfigProperty(name = "quarkus.mongodb.database") String databaseName,
      EventInboxes inboxes) {
    this.mongo = mongo;
    this.databaseName = databaseName;
    this.inbox =
        inboxes.forGroup("config-service-audit").on(EventCatalog.AUDIT_RECORDED, this::store);
  }

  @Incoming("reported-audit")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.receive(batch);
  }

  private void store(ReceivedEvent<AuditRecorded> event) {
    AuditRecorded entry = event.payload();
    Document stored =
        new Document("_id", entry.entryId())
            .append("tenantId", event.tenantId())
            .append("schemaVersion", 1)
            .append("action", entry.action())
            .append("target", entry.target())
            .append("actorId", entry.actorId() == null ? "" : entry.actorId().toString())
            .append("fields", entry.fields())
            .append("at", Date.from(entry.at()));
    mongo
        .getDatabase(databaseName)
        .getCollection(Collections.AUDIT)
        .replaceOne(Filters.eq("_id", entry.entryId()), stored, new ReplaceOptions().upsert(true));
  }
}
