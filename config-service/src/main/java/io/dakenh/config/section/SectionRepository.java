package io.dakenh.config.section;

import com.mongodb.client.model.Filters;
import io.dakenh.config.content.SectionName;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Sections, always of one tenant. */
@ApplicationScoped
class SectionRepository implements PanacheMongoRepositoryBase<SectionDocument, UUID> {

  /** Id of a section's document: made of what it is, so that there cannot be two. */
  static UUID id(UUID tenantId, SectionName section) {
    return UUID.nameUUIDFromBytes(
        (tenantId + ":" + section.path()).getBytes(StandardCharsets.UTF_8));
  }

  Optional<SectionDocument> find(UUID tenantId, SectionName section) {
    return Optional.ofNullable(
        mongoCollection()
            .find(
                Filters.and(
                    Filters.eq("_id", id(tenantId, section)), Filters.eq("tenantId", tenantId)))
            .first());
  }

  /** All sections that were ever touched. */
  Map<SectionName, SectionDocument> all(UUID tenantId) {
    Map<SectionName, SectionDocument> found = new EnumMap<>(SectionName.class);
    for (SectionDocument document : mongoCollection().find(Filters.eq("tenantId", tenantId))) {
      SectionName.of(document.section).ifPresent(name -> found.put(name, document));
    }
    return found;
  }

  /** Which of the uploads drafts or published contents name. */
  Set<UUID> named(UUID tenantId, Collection<UUID> mediaIds) {
    Set<UUID> named = new HashSet<>();
    for (SectionDocument document :
        mongoCollection()
            .find(
                Filters.and(Filters.eq("tenantId", tenantId), Filters.in("mediaIds", mediaIds)))) {
      named.addAll(document.mediaIds);
    }
    return named;
  }
}
