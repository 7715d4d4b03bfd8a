package io.dakenh.platform.media;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The blocks a GIF consists of. Walking along them finds comments, embedded metadata and bytes
 * behind the end, none of which a picture needs.
 */
final class GifBlocks {
  private static final int HEADER = 13;
  private static final int FLAGS = 10;
  private static final int COLOUR_TABLE = 0x80;
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2C;
  private static final int TRAILER = 0x3B;
  private static final int GRAPHIC_CONTROL = 0xF9;
  private static final int APPLICATION = 0xFF;
  private static final int APPLICATION_NAME = 11;
  private static final int IMAGE_DESCRIPTOR = 10;

  private final byte[] gif;
  private final ByteArrayOutputStream kept;
  private int at;

  private GifBlocks(byte[] gif) {
    this.gif = gif;
    this.kept = new ByteArrayOutputStream(gif.length);
  }

  /** The same picture with only what is needed to show it. */
  static byte[] withoutExtras(byte[] gif) {
    try {
      return new GifBlocks(gif).walk();
    } catch (ArrayIndexOutOfBoundsException cut) {
      throw FileProblems.damaged();
    }
  }

  /** Two bytes, the smaller first. */
  static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
  }

  private byte[] walk() {
    keep(HEADER + colourTable(gif[FLAGS]));
    while (true) {
      switch (gif[at] & 0xFF) {
        case EXTENSION -> extension();
        case IMAGE -> {
          keep(IMAGE_DESCRIPTOR + colourTable(gif[at + IMAGE_DESCRIPTOR - 1]));
          // One byte says how the pixels are packed.
          keep(1 + subBlocks(at + 1));
        }
        case TRAILER -> {
          keep(1);
          return kept.toByteArray();
        }
        default -> throw FileProblems.damaged();
      }
    }
  }

  private void extension() {
    int length = 2 + subBlocks(at + 2);
    int label = gif[at + 1] & 0xFF;
    if (label == GRAPHIC_CONTROL || (label == APPLICATION && loops())) {
      keep(length);
    } else {
      at += length;
    }
  }

  /** How often a moving picture starts again is the one application block that is needed. */
  private boolean loops() {
    String name =
        new String(
            Arrays.copyOfRange(gif, at + 3, at + 3 + APPLICATION_NAME),
            StandardCharsets.ISO_8859_1);
    return name.equals("NETSCAPE2.0") || name.equals("ANIMEXTS1.0");
  }

  private int subBlocks(int from) {
    int end = from;
    while (gif[end] != 0) {
      end += 1 + (gif[end] & 0xFF);
    }
    return end + 1 - from;
  }

  private static int colourTable(byte flags) {
    return (flags & COLOUR_TABLE) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  private void keep(int length) {
    if (at + length > gif.length) {
      throw FileProblems.damaged();
    }
    kept.write(gif, at, length);
    at += length;
  }
}
