package io.dakenh.config.content;

import io.dakenh.config.preset.PresetSound;
import io.dakenh.config.preset.Presets;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The names of the presets. */
@DefaultBean
@ApplicationScoped
class NamedPresets implements Presets {
  private static final List<PresetSound> SOUNDS =
      Stream.of("tone-bell", "tone-chime", "ring-bells", "ring-classic", "wait-lantern")
          .map(
              id ->
                  new PresetSound(
                      id,
                      id.startsWith("tone")
                          ? "tone"
                          : id.startsWith("ring") ? "ringtone" : "waiting",
                      "/api/config/v1/public/sounds/" + id,
                      1_000))
          .toList();

  @Override
  public List<String> icons() {
    return List.of(
        "chat",
        "chat-dots",
        "headset",
        "phone",
        "phone-wave",
        "video",
        "camera",
        "smile",
        "help",
        "lotus");
  }

  @Override
  public List<PresetSound> sounds(String kind) {
    return SOUNDS.stream().filter(sound -> sound.kind().equals(kind)).toList();
  }

  @Override
  public Optional<PresetSound> sound(String id) {
    return SOUNDS.stream().filter(sound -> sound.id().equals(id)).findFirst();
  }
}
