package io.dakenh.config.section;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.config.content.Content;
import io.dakenh.config.content.Contents;
import io.dakenh.config.content.SectionName;
import io.dakenh.config.media.MediaLibrary;
import io.dakenh.config.media.MediaView;
import io.dakenh.config.preset.Presets;
import io.dakenh.config.storage.Entries;
import io.dakenh.contracts.config.SectionPublished;
import io.dakenh.contracts.event.EventCatalog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How a published section is announced. */
@ApplicationScoped
class SectionEvents {
  private final MediaLibrary media;
  private final Presets presets;

  @Inject
  SectionEvents(MediaLibrary media, Presets presets) {
    this.media = media;
    this.presets = presets;
  }

  /** The content with the addresses of what it names: other services know no uploads. */
  String announced(UUID tenantId, Content content) {
    ObjectNode json = Contents.json(content);
    List<UUID> ids = SectionState.mediaIds(SectionState.document(content));
    address(json, ids.isEmpty() ? Map.of() : media.find(tenantId, ids));
    return json.toString();
  }

  private void address(JsonNode node, Map<UUID, MediaView> uploads) {
    node.forEach(child -> address(child, uploads));
    if (!(node instanceof ObjectNode object)) {
      return;
    }
    for (String name : List.of("mediaId", "avatarMediaId", "iconMediaId", "imageMediaId")) {
      if (object.path(name).isTextual()) {
        MediaView upload = uploads.get(UUID.fromString(object.get(name).textValue()));
        if (upload != null) {
          object.put(name.replace("MediaId", "Url").replace("mediaId", "url"), upload.url());
        }
      }
    }
    if (object.path("preset").isTextual()) {
      presets
          .sound(object.get("preset").textValue())
          .ifPresent(sound -> object.put("url", sound.url()));
    }
  }

  static void published(
      Entries entries, UUID tenantId, SectionName section, long version, String content) {
    entries.event(
        EventCatalog.SECTION_PUBLISHED,
        tenantId + ":" + section.path(),
        new SectionPublished(tenantId, section.path(), version, content));
  }
}
