package io.dakenh.platform.media;

import org.jspecify.annotations.Nullable;

/**
 * A file that is what it should be.
 *
 * @param bytes what to keep: without the metadata cameras and programs add
 */
public record Inspected(
    String contentType,
    byte[] bytes,
    @Nullable Integer widthPixels,
    @Nullable Integer heightPixels,
    @Nullable Long durationMilliseconds) {
  static Inspected picture(String contentType, byte[] bytes, int width, int height) {
    return new Inspected(contentType, bytes, width, height, null);
  }

  static Inspected sound(String contentType, byte[] bytes, long milliseconds) {
    return new Inspected(contentType, bytes, null, null, milliseconds);
  }
}
