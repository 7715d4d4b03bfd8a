package io.dakenh.livetalk.replica;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.parsetools.RecordParser;
import java.util.function.Consumer;

/**
 * Cuts a stream of bytes into signals. Until somebody has proved who they are, only small ones are
 * taken, so that strangers cost no memory.
 */
final class SignalReader implements Handler<Buffer> {
  private static final int OF_STRANGERS = 256;
  private static final int OF_PEERS = 16 * 1024 * 1024;

  private final RecordParser parser = RecordParser.newFixed(Wire.LENGTH_BYTES);
  private final Consumer<Signal> signals;
  private final Consumer<String> broken;
  private boolean atLength = true;
  private boolean over;
  private int most = OF_STRANGERS;

  SignalReader(Consumer<Signal> signals, Consumer<String> broken) {
    this.signals = signals;
    this.broken = broken;
    parser.handler(this::piece);
  }

  /** The other side is known. */
  void trust() {
    most = OF_PEERS;
  }

  @Override
  public void handle(Buffer bytes) {
    if (!over) {
      parser.handle(bytes);
    }
  }

  private void piece(Buffer piece) {
    if (over) {
      return;
    }
    if (atLength) {
      int length = piece.getInt(0);
      if (length < 1 || length > most) {
        end("a signal of " + length + " bytes");
        return;
      }
      atLength = false;
      parser.fixedSizeMode(length);
      return;
    }
    atLength = true;
    parser.fixedSizeMode(Wire.LENGTH_BYTES);
    try {
      signals.accept(Wire.decode(piece));
    } catch (IllegalArgumentException unreadable) {
      end(unreadable.getMessage());
    }
  }

  private void end(String why) {
    over = true;
    broken.accept(why);
  }
}
