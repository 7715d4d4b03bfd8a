package io.dakenh.config.content;

/**
 * How long what was said is kept.
 *
 * @param limited whether conversations are ever let go by themselves
 * @param days after a conversation was closed
 */
public record Retention(boolean limited, int days) implements Content {
  private static final int LEAST_DAYS = 30;
  private static final int MOST_DAYS = 3_650;
  private static final int DEFAULT_DAYS = 730;

  static Retention read(Body body) {
    return new Retention(body.flag("limited"), body.number("days", LEAST_DAYS, MOST_DAYS));
  }

  static Retention defaults() {
    return new Retention(false, DEFAULT_DAYS);
  }
}
