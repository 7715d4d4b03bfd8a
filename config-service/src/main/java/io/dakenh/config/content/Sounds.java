package io.dakenh.config.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dakenh.config.preset.PresetSound;
import io.dakenh.config.preset.Presets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What people hear.
 *
 * @param message a message of any channel
 * @param newConversation a new conversation
 * @param audioCall ringtone of an audio call
 * @param videoCall ringtone of a video call
 * @param waiting music the visitor hears until an agent joins the call
 */
public record Sounds(
    Sound message, Sound newConversation, Sound audioCall, Sound videoCall, Sound waiting)
    implements Content {
  private static final List<String> SOURCES = List.of("preset", "upload");
  private static final int LOUDEST = 100;
  private static final int DEFAULT_VOLUME = 70;
  private static final int PRESET_LENGTH = 60;

  /**
   * One sound.
   *
   * @param source {@code preset} or {@code upload}
   * @param preset name of a preset sound, when it is one
   * @param mediaId the upload, when it is one
   * @param volume 0–100
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Sound(
      boolean enabled,
      String source,
      @Nullable String preset,
      @Nullable UUID mediaId,
      int volume) {}

  static Sounds read(Body body, Presets presets) {
    return new Sounds(
        body.object("message", sound(presets, "tone", "tone")),
        body.object("newConversation", sound(presets, "tone", "tone")),
        body.object("audioCall", sound(presets, "ringtone", "ringtone")),
        body.object("videoCall", sound(presets, "ringtone", "ringtone")),
        body.object("waiting", sound(presets, "waiting", "ringtone")));
  }

  private static Function<Body, Sound> sound(Presets presets, String kind, String purpose) {
    return body -> {
      boolean enabled = body.flag("enabled");
      String source = body.oneOf("source", SOURCES);
      int volume = body.number("volume", 0, LOUDEST);
      String preset = body.optionalLine("preset", PRESET_LENGTH);
      UUID mediaId = body.media("mediaId", purpose);
      if (source.equals("upload")) {
        if (mediaId == null && enabled) {
          body.wrong("mediaId", "required", "Upload a sound or choose a preset one.");
        }
        return new Sound(enabled, source, null, mediaId, volume);
      }
      if (presets.sounds(kind).stream().noneMatch(sound -> sound.id().equals(preset))) {
        body.wrong("preset", preset.isEmpty() ? "required" : "unknown-value", "No such sound.");
      }
      return new Sound(enabled, source, preset, null, volume);
    };
  }

  static Sounds defaults(Presets presets) {
    return new Sounds(
        preset(presets, "tone", 0),
        preset(presets, "tone", 1),
        preset(presets, "ringtone", 0),
        preset(presets, "ringtone", 1),
        preset(presets, "waiting", 0));
  }

  private static Sound preset(Presets presets, String kind, int index) {
    List<PresetSound> sounds = presets.sounds(kind);
    return new Sound(true, "preset", sounds.get(index % sounds.size()).id(), null, DEFAULT_VOLUME);
  }
}
