package io.dakenh.config.storage;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.UUID;
import org.bson.Document;

/** Who changed what and when: one document per change, never changed again. */
final class AuditEntry {
  private AuditEntry() {}

  /** Stores the entry; storing it again after a crash changes nothing. */
  static void store(MongoDatabase database, UUID tenantId, PendingEntry entry) {
    Document details = Document.parse(entry.payload());
    Document stored =
        new Document("_id", entry.id())
            .append("tenantId", tenantId)
            .append("schemaVersion", 1)
            .append("action", entry.type())
            .append("target", entry.key())
            .append("actorId", details.getString("actorId"))
            .append("fields", details.getList("fields", String.class))
            .append("at", entry.occurredAt());
    database
        .getCollection(Collections.AUDIT)
        .replaceOne(Filters.eq("_id", entry.id()), stored, new ReplaceOptions().upsert(true));
  }
}
