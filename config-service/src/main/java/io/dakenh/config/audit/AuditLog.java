package io.dakenh.config.audit;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.dakenh.config.audit.AuditEntryView.Actor;
import io.dakenh.config.staff.StaffRepository;
import io.dakenh.config.storage.Collections;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.web.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Reads the audit log of one tenant, newest first. */
@ApplicationScoped
class AuditLog {
  private final MongoClient mongo;
  private final String databaseName;
  private final StaffRepository people;

  @Inject
  AuditLog(
      MongoClient mongo,
      @ConfigProperty(name = "quarkus.mongodb.database") String databaseName,
      StaffRepository people) {
    this.mongo = mongo;
    this.databaseName = databaseName;
    this.people = people;
  }

  /** So many entries after the cursor, with the names of who did it. */
  List<AuditEntryView> find(UUID tenantId, AuditFilter filter, int most, @Nullable Cursor after) {
    Bson query = filter.query(tenantId);
    List<Document> found =
        mongo
            .getDatabase(databaseName)
            .getCollection(Collections.AUDIT)
            .find(after == null ? query : Filters.and(query, behind(after)))
            .sort(Sorts.descending("at", "_id"))
            .limit(most)
            .into(new ArrayList<>());
    Set<UUID> ids = new HashSet<>();
    found.forEach(entry -> actor(entry).ifPresent(ids::add));
    Map<UUID, String> names = people.names(tenantId, ids);
    return found.stream().map(entry -> view(entry, names)).toList();
  }

  static Cursor cursor(AuditEntryView entry) {
    return Cursor.of(entry.at().toEpochMilli(), entry.id());
  }

  private static Bson behind(Cursor cursor) {
    try {
      Instant at = Instant.ofEpochMilli(Long.parseLong(cursor.values().get(0)));
      UUID id = UUID.fromString(cursor.values().get(1));
      return Filters.or(
          Filters.lt("at", at), Filters.and(Filters.eq("at", at), Filters.lt("_id", id)));
    } catch (IllegalArgumentException wrong) {
      throw ProblemException.invalid("/cursor", "cursor", "This cursor is not valid here.");
    }
  }

  private static Optional<UUID> actor(Document entry) {
    String id = entry.getString("actorId");
    return id == null || id.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(id));
  }

  private static AuditEntryView view(Document entry, Map<UUID, String> names) {
    return new AuditEntryView(
        entry.get("_id", UUID.class),
        entry.getDate("at").toInstant(),
        entry.getString("action"),
        entry.getString("target"),
        actor(entry).map(id -> new Actor(id, names.getOrDefault(id, ""))).orElse(null),
        entry.getList("fields", String.class));
  }
}
