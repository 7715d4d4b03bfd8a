package io.dakenh.contracts.config;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a department answers. A span belongs to the day it begins on: one that ends at or before its
 * beginning goes on into the next day. A dated day replaces the spans of its weekday, also with
 * none at all; a span that began the day before still runs to its end.
 *
 * @param zone the clock on the business's wall, such as {@code Asia/Ho_Chi_Minh}
 * @param weekly what recurs, in any order
 * @param dated holidays and other days that differ
 */
public record BusinessHours(String zone, List<Weekly> weekly, List<Dated> dated) {
  private static final int DAYS_AHEAD = 800;
  private static final int TIME_LENGTH = 5;
  private static final int MINUTES_PER_HOUR = 60;
  private static final int MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR;

  /** Copies the lists. */
  public BusinessHours {
    weekly = List.copyOf(weekly);
    dated = List.copyOf(dated);
  }

  /**
   * A part of a day, in hours and minutes such as {@code 08:00}.
   *
   * @param to {@code 24:00} is midnight; at or before {@code from}: on the next day
   */
  public record Span(String from, String to) {}

  /**
   * A span that recurs.
   *
   * @param day {@code mon}, {@code tue}, {@code wed}, {@code thu}, {@code fri}, {@code sat} or
   *     {@code sun}
   */
  public record Weekly(String day, String from, String to) {}

  /**
   * A day that differs.
   *
   * @param date such as {@code 2027-02-06}
   * @param name what it is called, absent when it has no name
   * @param spans none: closed all day
   */
  public record Dated(String date, @Nullable String name, List<Span> spans) {
    /** Copies the list. */
    public Dated {
      spans = List.copyOf(spans);
    }
  }

  private record Interval(Instant from, Instant to) {
    boolean covers(Instant at) {
      return !at.isBefore(from) && at.isBefore(to);
    }
  }

  /** Whether the department answers at this moment. */
  public boolean openAt(Instant at) {
    LocalDate today = at.atZone(ZoneId.of(zone)).toLocalDate();
    return Stream.of(today.minusDays(1), today)
        .flatMap(this::intervals)
        .anyMatch(interval -> interval.covers(at));
  }

  /** When it opens or closes next; empty when it does neither for two years. */
  public Optional<Instant> nextChange(Instant at) {
    boolean open = openAt(at);
    LocalDate today = at.atZone(ZoneId.of(zone)).toLocalDate();
    for (int ahead = -1; ahead < DAYS_AHEAD; ahead++) {
      TreeSet<Instant> edges = new TreeSet<>();
      intervals(today.plusDays(ahead))
          .forEach(
              interval -> {
                edges.add(interval.from());
                edges.add(interval.to());
              });
      for (Instant edge : edges.tailSet(at, false)) {
        if (openAt(edge) != open) {
          return Optional.of(edge);
        }
      }
    }
    return Optional.empty();
  }

  /** Minutes of the day of an {@code HH:mm} text, {@code 24:00} included; -1 when it is none. */
  public static int minutes(String text) {
    if (text.length() != TIME_LENGTH || text.charAt(2) != ':') {
      return -1;
    }
    int hours = twoDigits(text, 0);
    int minutes = twoDigits(text, TIME_LENGTH - 2);
    if (hours < 0 || minutes < 0) {
      return -1;
    }
    int total = hours * MINUTES_PER_HOUR + minutes;
    return minutes >= MINUTES_PER_HOUR || total > MINUTES_PER_DAY ? -1 : total;
  }

  private static int twoDigits(String text, int at) {
    int tens = Character.digit(text.charAt(at), 10);
    int ones = Character.digit(text.charAt(at + 1), 10);
    return tens < 0 || ones < 0 ? -1 : 10 * tens + ones;
  }

  /** Name of a day as written here. */
  public static String day(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(java.util.Locale.ROOT);
  }

  private Stream<Interval> intervals(LocalDate date) {
    String iso = date.toString();
    String weekday = day(date.getDayOfWeek());
    return dated.stream()
        .filter(day -> day.date().equals(iso))
        .findFirst()
        .map(day -> day.spans().stream())
        .orElseGet(
            () ->
                weekly.stream()
                    .filter(span -> span.day().equals(weekday))
                    .map(span -> new Span(span.from(), span.to())))
        .map(span -> interval(date, span));
  }

  private Interval interval(LocalDate date, Span span) {
    int from = minutes(span.from());
    int to = minutes(span.to());
    if (from < 0 || to < 0) {
      throw new DateTimeException("not a time of day: " + span.from() + " or " + span.to());
    }
    return new Interval(at(date, from), at(date, to <= from ? to + MINUTES_PER_DAY : to));
  }

  private Instant at(LocalDate date, int minutes) {
    int ofDay = minutes % MINUTES_PER_DAY;
    return date.plusDays(minutes / MINUTES_PER_DAY)
        .atTime(ofDay / MINUTES_PER_HOUR, ofDay % MINUTES_PER_HOUR)
        .atZone(ZoneId.of(zone))
        .toInstant();
  }
}
