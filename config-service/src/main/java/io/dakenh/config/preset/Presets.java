package io.dakenh.config.preset;

import java.util.List;
import java.util.Optional;

/** The sounds and icons that are part of the product. */
public interface Presets {
  /** Names of the icons the widget draws. */
  List<String> icons();

  /** The sounds of a kind: {@code tone}, {@code ringtone} or {@code waiting}. */
  List<PresetSound> sounds(String kind);

  /** A sound by its id. */
  Optional<PresetSound> sound(String id);
}
