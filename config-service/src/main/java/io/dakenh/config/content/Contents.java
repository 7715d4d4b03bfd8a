package io.dakenh.config.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.config.content.Body.Mention;
import io.dakenh.config.media.MediaLibrary;
import io.dakenh.config.media.MediaView;
import io.dakenh.config.preset.Presets;
import io.dakenh.config.text.BodyCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads, checks and writes what sections contain. */
@ApplicationScoped
public class Contents {
  /** Shape of stored contents; older ones are completed from the defaults when read. */
  public static final int SCHEMA = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final MediaLibrary media;
  private final Presets presets;

  @Inject
  Contents(MediaLibrary media, Presets presets) {
    this.media = media;
    this.presets = presets;
  }

  /** What a business starts with, in its language. */
  public Content defaults(SectionName section, String locale) {
    return switch (section) {
      case SOUNDS -> Sounds.defaults(presets);
      case POPUPS -> new Popups(List.of());
      case SEQUENCES -> Sequences.defaults(locale);
      case BUTTON -> StartButton.defaults(locale);
      case WINDOW -> ChatWindow.defaults(locale);
      case INTERACTION_BUTTONS -> InteractionButtons.defaults(locale);
      case LINKS -> Links.defaults();
      case WEBSITES -> Websites.defaults();
      case OFFLINE -> OfflineForm.defaults(locale);
      case RETENTION -> Retention.defaults();
    };
  }

  /**
   * Checks content as a whole.
   *
   * @throws io.dakenh.platform.problem.ProblemException 400 with the pointer of every fault
   */
  public Content check(SectionName section, UUID tenantId, JsonNode body) {
    return check(section, tenantId, body, "");
  }

  /** Checks content that is part of a body, at the pointer. */
  public Content check(SectionName section, UUID tenantId, JsonNode body, String pointer) {
    BodyCheck check = new BodyCheck();
    List<Mention> mentions = new ArrayList<>();
    Content content = Body.read(body, pointer, check, mentions, root -> read(section, root));
    uploads(tenantId, check, mentions);
    check.done();
    return content;
  }

  private Content read(SectionName section, Body body) {
    return switch (section) {
      case SOUNDS -> Sounds.read(body, presets);
      case POPUPS -> Popups.read(body);
      case SEQUENCES -> Sequences.read(body);
      case BUTTON -> StartButton.read(body);
      case WINDOW -> ChatWindow.read(body);
      case INTERACTION_BUTTONS -> InteractionButtons.read(body, presets);
      case LINKS -> Links.read(body);
      case WEBSITES -> Websites.read(body);
      case OFFLINE -> OfflineForm.read(body);
      case RETENTION -> Retention.read(body);
    };
  }

  private void uploads(UUID tenantId, BodyCheck check, List<Mention> mentions) {
    if (mentions.isEmpty()) {
      return;
    }
    Set<UUID> ids = new LinkedHashSet<>();
    mentions.forEach(mention -> ids.add(mention.mediaId()));
    Map<UUID, MediaView> known = media.claim(tenantId, ids);
    for (Mention mention : mentions) {
      MediaView upload = known.get(mention.mediaId());
      if (upload == null) {
        check.wrong(mention.pointer(), "unknown-media", "There is no such upload.");
      } else if (!upload.purpose().equals(mention.purpose())) {
        check.wrong(
            mention.pointer(), "media-purpose", "This upload is no " + mention.purpose() + ".");
      }
    }
  }

  /** Content as it was stored, completed from the defaults if its shape is an older one. */
  public Content stored(SectionName section, JsonNode stored, int schema, String locale) {
    JsonNode whole = stored;
    if (schema < SCHEMA && stored instanceof ObjectNode older) {
      whole = completed(json(defaults(section, locale)), older);
    }
    try {
      return MAPPER.treeToValue(whole, section.type());
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("cannot read stored " + section.path(), unreadable);
    }
  }

  private static JsonNode completed(JsonNode defaults, ObjectNode stored) {
    ObjectNode whole = stored.deepCopy();
    defaults
        .properties()
        .forEach(
            member -> {
              JsonNode present = whole.get(member.getKey());
              if (present == null) {
                whole.set(member.getKey(), member.getValue());
              } else if (present instanceof ObjectNode object && member.getValue().isObject()) {
                whole.set(member.getKey(), completed(member.getValue(), object));
              }
            });
    return whole;
  }

  /** Content as JSON. */
  public static ObjectNode json(Content content) {
    return MAPPER.valueToTree(content);
  }

  /** What to know about content beside what is published. */
  public List<Warning> warnings(Content content, ChatWindow window, InteractionButtons buttons) {
    return Warnings.of(content, window, buttons);
  }
}
