package io.dakenh.config.section;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dakenh.config.content.Content;
import io.dakenh.config.content.Contents;
import io.dakenh.config.content.SectionName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Between stored documents and contents. */
final class SectionState {
  private static final JsonMapper MAPPER = new JsonMapper();

  private SectionState() {}

  static Content published(
      Contents contents, SectionName section, @Nullable SectionDocument document, String locale) {
    return document == null || document.published == null
        ? contents.defaults(section, locale)
        : contents.stored(
            section, MAPPER.valueToTree(document.published), document.publishedSchema, locale);
  }

  static @Nullable Content draft(
      Contents contents, SectionName section, @Nullable SectionDocument document, String locale) {
    return document == null || document.draft == null
        ? null
        : contents.stored(
            section, MAPPER.valueToTree(document.draft), document.draftSchema, locale);
  }

  static Document document(Content content) {
    return Document.parse(Contents.json(content).toString());
  }

  static JsonNode json(Document document) {
    return MAPPER.valueToTree(document);
  }

  /** Ids of the uploads that any of the contents name, in a stable order. */
  static List<UUID> mediaIds(@Nullable Document... contents) {
    TreeSet<UUID> ids = new TreeSet<>();
    for (Document content : contents) {
      if (content != null) {
        collect(json(content), ids);
      }
    }
    return new ArrayList<>(ids);
  }

  private static void collect(JsonNode node, TreeSet<UUID> ids) {
    node.properties()
        .forEach(
            member -> {
              if (member.getKey().toLowerCase(Locale.ROOT).endsWith("mediaid")
                  && member.getValue().isTextual()) {
                ids.add(UUID.fromString(member.getValue().textValue()));
              }
            });
    node.forEach(child -> collect(child, ids));
  }
}
