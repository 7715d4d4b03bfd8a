package io.dakenh.config.section;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.dakenh.config.content.SectionName;
import io.dakenh.config.storage.Collections;
import io.dakenh.config.storage.PendingEffect;
import io.dakenh.config.storage.PendingEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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

/** The published versions of sections: written once each, the newest of each section kept. */
@ApplicationScoped
class VersionHistory implements PendingEffect {
  static final String KIND = "section.version";

  /** How many versions of one section are kept. */
  static final int KEPT = 200;

  private static final JsonMapper MAPPER = new JsonMapper();

  private final MongoClient mongo;
  private final String databaseName;

  @Inject
  VersionHistory(
      MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String databaseName) {
    this.mongo = mongo;
    this.databaseName = databaseName;
  }

  /** A version as it is kept. */
  record Kept(
      long version,
      Instant publishedAt,
      UUID publishedBy,
      @Nullable Long restoredFrom,
      int schema,
      Document content,
      List<Change> changes) {
    SectionVersion view(Map<UUID, String> names, @Nullable Object shown) {
      return new SectionVersion(
          version, publishedAt, Person.of(publishedBy, names), restoredFrom, changes, shown);
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(UUID tenantId, PendingEntry entry) {
    VersionEntry version = VersionEntry.read(entry.payload());
    Document content = Document.parse(version.content().toString());
    Document stored =
        new Document("_id", entry.id())
            .append("tenantId", tenantId)
            .append("schemaVersion", 1)
            .append("section", version.section())
            .append("version", version.version())
            .append("publishedAt", entry.occurredAt())
            .append("publishedBy", version.publishedBy())
            .append("restoredFrom", version.restoredFrom())
            .append("contentSchema", version.schema())
            .append("content", content)
            .append("changes", write(version.changes()))
            .append("mediaIds", SectionState.mediaIds(content));
    collection()
        .replaceOne(Filters.eq("_id", entry.id()), stored, new ReplaceOptions().upsert(true));
    collection()
        .deleteMany(
            Filters.and(
                Filters.eq("tenantId", tenantId),
                Filters.eq("section", version.section()),
                Filters.lte("version", version.version() - KEPT)));
  }

  /** One page and one more, newest first. */
  List<Kept> page(UUID tenantId, SectionName section, int limit, @Nullable Long before) {
    Bson filter = of(tenantId, section);
    return collection()
        .find(before == null ? filter : Filters.and(filter, Filters.lt("version", before)))
        .sort(Sorts.descending("version"))
        .limit(limit + 1)
        .map(VersionHistory::kept)
        .into(new ArrayList<>());
  }

  Optional<Kept> find(UUID tenantId, SectionName section, long version) {
    return Optional.ofNullable(
        collection()
            .find(Filters.and(of(tenantId, section), Filters.eq("version", version)))
            .map(VersionHistory::kept)
            .first());
  }

  /** Which of the uploads versions name that can be restored. */
  Set<UUID> named(UUID tenantId, Collection<UUID> mediaIds) {
    Set<UUID> named = new HashSet<>();
    for (Document version :
        collection()
            .find(
                Filters.and(Filters.eq("tenantId", tenantId), Filters.in("mediaIds", mediaIds)))) {
      named.addAll(version.getList("mediaIds", UUID.class));
    }
    return named;
  }

  private static Bson of(UUID tenantId, SectionName section) {
    return Filters.and(Filters.eq("tenantId", tenantId), Filters.eq("section", section.path()));
  }

  private static Kept kept(Document stored) {
    return new Kept(
        stored.getLong("version"),
        stored.getDate("publishedAt").toInstant(),
        stored.get("publishedBy", UUID.class),
        stored.getLong("restoredFrom"),
        stored.getInteger("contentSchema"),
        stored.get("content", Document.class),
        read(stored.getString("changes")));
  }

  /** Kept as text: values before and after are of any type. */
  private static String write(List<Change> changes) {
    try {
      return MAPPER.writeValueAsString(changes);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("cannot write changes", impossible);
    }
  }

  private static List<Change> read(String changes) {
    try {
      return MAPPER.readValue(changes, new TypeReference<List<Change>>() {});
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("cannot read changes", unreadable);
    }
  }

  private MongoCollection<Document> collection() {
    return mongo.getDatabase(databaseName).getCollection(Collections.SECTION_VERSION);
  }
}
