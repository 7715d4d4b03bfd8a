package io.dakenh.config.department;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a department answers, as the owner sends it.
 *
 * @param zone an IANA time zone; absent: {@code Asia/Ho_Chi_Minh}
 * @param weekly what recurs, at least one span
 * @param dated holidays and other days that differ
 */
record HoursBody(
    @Nullable String zone,
    @Nullable List<@Nullable Weekly> weekly,
    @Nullable List<@Nullable Dated> dated) {
  /**
   * A part of a day.
   *
   * @param to at or before {@code from}: on the next day
   */
  record Span(@Nullable String from, @Nullable String to) {}

  /**
   * A span that recurs.
   *
   * @param day {@code mon} to {@code sun}
   */
  record Weekly(@Nullable String day, @Nullable String from, @Nullable String to) {}

  /**
   * A day that differs.
   *
   * @param spans none: closed all day
   */
  record Dated(
      @Nullable String date, @Nullable String name, @Nullable List<@Nullable Span> spans) {}
}
