package io.dakenh.config.section;

import io.dakenh.config.content.Content;
import io.dakenh.config.content.Contents;
import io.dakenh.config.content.SectionName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** What is in force in all sections of a business. */
@ApplicationScoped
public class PublishedContents {
  private final SectionRepository sections;
  private final Contents contents;

  @Inject
  PublishedContents(SectionRepository sections, Contents contents) {
    this.sections = sections;
    this.contents = contents;
  }

  /** Every section; one query. */
  public Published all(UUID tenantId, String locale) {
    Map<SectionName, SectionDocument> documents = sections.all(tenantId);
    Map<SectionName, Content> all = new EnumMap<>(SectionName.class);
    for (SectionName section : SectionName.values()) {
      all.put(section, SectionState.published(contents, section, documents.get(section), locale));
    }
    return new Published(all);
  }

  /** What a business starts with. */
  public Published defaults(String locale) {
    Map<SectionName, Content> all = new EnumMap<>(SectionName.class);
    for (SectionName section : SectionName.values()) {
      all.put(section, contents.defaults(section, locale));
    }
    return new Published(all);
  }

  /** One section and its published version. */
  public <T extends Content> Versioned<T> one(
      UUID tenantId, SectionName section, Class<T> type, String locale) {
    SectionDocument document = sections.find(tenantId, section).orElse(null);
    return new Versioned<>(
        document == null ? 0 : document.publishedVersion,
        type.cast(SectionState.published(contents, section, document, locale)));
  }

  /** Content and its published version. */
  public record Versioned<T extends Content>(long version, T content) {}
}
