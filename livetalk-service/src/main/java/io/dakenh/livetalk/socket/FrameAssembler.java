package io.dakenh.livetalk.socket;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import org.jspecify.annotations.Nullable;

/** Puts fragments together, as long as the whole stays within the size of one frame. */
final class FrameAssembler {
  private final int limit;
  private @Nullable Buffer begun;

  FrameAssembler(int limit) {
    this.limit = limit;
  }

  /** What a frame made of what came before. */
  sealed interface Result {
    /** A whole text. */
    record Text(String text) implements Result {}

    /** More is to come, or nothing of ours. */
    record Nothing() implements Result {}

    /** The whole is larger than a frame may be. */
    record TooLarge() implements Result {}

    /** Not a text. */
    record NotText() implements Result {}
  }

  private static final Result NOTHING = new Result.Nothing();
  private static final Result TOO_LARGE = new Result.TooLarge();
  private static final Result NOT_TEXT = new Result.NotText();

  Result next(WebSocketFrame frame) {
    if (frame.isText()) {
      if (frame.isFinal()) {
        return new Result.Text(frame.textData());
      }
      begun = Buffer.buffer().appendBuffer(frame.binaryData());
      return NOTHING;
    }
    if (frame.isContinuation()) {
      return continued(frame);
    }
    return frame.isBinary() ? NOT_TEXT : NOTHING;
  }

  private Result continued(WebSocketFrame frame) {
    Buffer whole = begun;
    if (whole == null) {
      return NOTHING;
    }
    if (whole.length() + frame.binaryData().length() > limit) {
      begun = null;
      return TOO_LARGE;
    }
    whole.appendBuffer(frame.binaryData());
    if (!frame.isFinal()) {
      return NOTHING;
    }
    begun = null;
    return new Result.Text(whole.toString());
  }
}
