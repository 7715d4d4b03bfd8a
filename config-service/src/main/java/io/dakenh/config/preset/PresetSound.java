package io.dakenh.config.preset;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A sound that is part of the product.
 *
 * @param kind {@code tone}, {@code ringtone} or {@code waiting}
 * @param url path on the one origin
 */
public record PresetSound(
    String id, @JsonIgnore String kind, String url, long durationMilliseconds) {}
