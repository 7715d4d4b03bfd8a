package io.dakenh.platform.media;

/**
 * How many pixels are taken, and how many are kept. A small file can unpack to a huge picture:
 * sizes are read from the header, before anything is unpacked.
 */
final class PixelLimits {
  static final long MOST = 25_000_000L;
  static final int LONGEST_SIDE = 16_000;

  /** What is kept of a still picture; larger ones are read in smaller steps. */
  private static final double KEPT = 4_000_000.0;

  private PixelLimits() {}

  static void check(int width, int height) {
    if (width < 1 || height < 1) {
      throw FileProblems.damaged();
    }
    if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST) {
      throw FileProblems.tooManyPixels();
    }
  }

  /** Every how many-th pixel to keep, in both directions. */
  static int step(int width, int height) {
    return (int) Math.ceil(Math.sqrt((double) width * height / KEPT));
  }
}
