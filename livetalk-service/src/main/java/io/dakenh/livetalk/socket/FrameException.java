package io.dakenh.livetalk.socket;

import org.jspecify.annotations.Nullable;

/**
 * A frame that cannot be acted on; the client is told why, under the frame's id when it had one.
 */
final class FrameException extends Exception {
  private final @Nullable String id;
  private final String code;

  FrameException(@Nullable String id, String code, String message) {
    super(message);
    this.id = id;
    this.code = code;
  }

  @Nullable String id() {
    return id;
  }

  String code() {
    return code;
  }

  boolean malformed() {
    return "malformed-frame".equals(code);
  }
}
