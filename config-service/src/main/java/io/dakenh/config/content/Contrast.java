package io.dakenh.config.content;

/** Contrast of two colours as WCAG 2 defines it. */
final class Contrast {
  /** Level AA for text. */
  static final double TEXT = 4.5;

  /** Level AA for icons. */
  static final double GRAPHICS = 3.0;

  private static final double OFFSET = 0.05;
  private static final double FULL = 255.0;

  private Contrast() {}

  /** From 1 (the same) to 21 (black on white). */
  static double ratio(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + OFFSET) / (Math.min(a, b) + OFFSET);
  }

  private static double luminance(String color) {
    return 0.2126 * linear(color, 1) + 0.7152 * linear(color, 3) + 0.0722 * linear(color, 5);
  }

  private static double linear(String color, int start) {
    double channel = Integer.parseInt(color, start, start + 2, 16) / FULL;
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
