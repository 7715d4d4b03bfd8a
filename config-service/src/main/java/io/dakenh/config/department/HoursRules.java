package io.dakenh.config.department;

import io.dakenh.config.text.BodyCheck;
import io.dakenh.contracts.config.BusinessHours;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What business hours may be. Everything wrong is named where it stands. */
final class HoursRules {
  static final String ZONE_DEFAULT = "Asia/Ho_Chi_Minh";
  private static final List<String> DAYS =
      Arrays.stream(DayOfWeek.values()).map(BusinessHours::day).toList();
  private static final int SPANS_A_DAY_MOST = 6;
  private static final int DATED_MOST = 400;
  private static final int NAME_LENGTH = 120;
  private static final int MINUTES_PER_DAY = 1440;

  private final BodyCheck check;

  private HoursRules(BodyCheck check) {
    this.check = check;
  }

  /** Checks the hours at this place of the body; none means always open. */
  static @Nullable BusinessHours check(BodyCheck check, String pointer, @Nullable HoursBody typed) {
    return typed == null ? null : new HoursRules(check).hours(pointer, typed);
  }

  private record Placed(String pointer, int from, int to) {}

  private BusinessHours hours(String pointer, HoursBody typed) {
    String zone = typed.zone() == null ? ZONE_DEFAULT : typed.zone();
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      check.wrong(pointer + "/zone", "unknown-value", "Not a time zone.");
    }
    return new BusinessHours(
        zone,
        weekly(pointer + "/weekly", orNone(typed.weekly())),
        dated(pointer + "/dated", orNone(typed.dated())));
  }

  private List<BusinessHours.Weekly> weekly(
      String pointer, List<HoursBody.@Nullable Weekly> typed) {
    if (typed.isEmpty()) {
      check.wrong(pointer, "required", "At least one span of the week.");
    }
    if (typed.size() > DAYS.size() * SPANS_A_DAY_MOST) {
      check.wrong(pointer, "too-many", "At most " + SPANS_A_DAY_MOST + " spans a day.");
      return List.of();
    }
    List<BusinessHours.Weekly> spans = new ArrayList<>();
    TreeMap<String, List<Placed>> byDay = new TreeMap<>();
    for (int i = 0; i < typed.size(); i++) {
      String at = pointer + "/" + i;
      HoursBody.Weekly each = typed.get(i);
      if (each == null) {
        check.wrong(at, "required", "This value is required.");
        continue;
      }
      String day = check.oneOf(at + "/day", each.day(), DAYS);
      BusinessHours.Span span = span(at, each.from(), each.to());
      spans.add(new BusinessHours.Weekly(day, span.from(), span.to()));
      byDay.computeIfAbsent(day, none -> new ArrayList<>()).add(placed(at, span));
    }
    byDay.values().forEach(this::apart);
    return spans;
  }

  private List<BusinessHours.Dated> dated(String pointer, List<HoursBody.@Nullable Dated> typed) {
    if (typed.size() > DATED_MOST) {
      check.wrong(pointer, "too-many", "At most " + DATED_MOST + " days.");
      return List.of();
    }
    List<BusinessHours.Dated> days = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < typed.size(); i++) {
      String at = pointer + "/" + i;
      HoursBody.Dated each = typed.get(i);
      if (each == null) {
        check.wrong(at, "required", "This value is required.");
        continue;
      }
      String date = date(at + "/date", each.date());
      if (!date.isEmpty() && !seen.add(date)) {
        check.wrong(at + "/date", "duplicate", "This day is listed twice.");
      }
      String name = check.optionalLine(at + "/name", each.name(), NAME_LENGTH);
      days.add(
          new BusinessHours.Dated(
              date, name.isEmpty() ? null : name, spans(at + "/spans", orNone(each.spans()))));
    }
    days.sort(Comparator.comparing(BusinessHours.Dated::date));
    return days;
  }

  private List<BusinessHours.Span> spans(String pointer, List<HoursBody.@Nullable Span> typed) {
    if (typed.size() > SPANS_A_DAY_MOST) {
      check.wrong(pointer, "too-many", "At most " + SPANS_A_DAY_MOST + " spans a day.");
      return List.of();
    }
    List<BusinessHours.Span> spans = new ArrayList<>();
    List<Placed> places = new ArrayList<>();
    for (int i = 0; i < typed.size(); i++) {
      String at = pointer + "/" + i;
      HoursBody.Span each = typed.get(i);
      if (each == null) {
        check.wrong(at, "required", "This value is required.");
        continue;
      }
      BusinessHours.Span span = span(at, each.from(), each.to());
      spans.add(span);
      places.add(placed(at, span));
    }
    apart(places);
    return spans;
  }

  private BusinessHours.Span span(String at, @Nullable String from, @Nullable String to) {
    String begin = time(at + "/from", from, MINUTES_PER_DAY - 1);
    String end = time(at + "/to", to, MINUTES_PER_DAY);
    if (from != null && from.equals(to)) {
      check.wrong(at + "/to", "empty-span", "A span ends at another time than it begins.");
    }
    return new BusinessHours.Span(begin, end);
  }

  private String time(String pointer, @Nullable String typed, int latest) {
    if (typed == null) {
      check.wrong(pointer, "required", "This value is required.");
      return "00:00";
    }
    int minutes = BusinessHours.minutes(typed);
    if (minutes < 0 || minutes > latest) {
      check.wrong(pointer, "time", "A time is written as 08:30.");
      return "00:00";
    }
    return typed;
  }

  private String date(String pointer, @Nullable String typed) {
    if (typed == null) {
      check.wrong(pointer, "required", "This value is required.");
      return "";
    }
    try {
      return LocalDate.parse(typed).toString();
    } catch (DateTimeException wrong) {
      check.wrong(pointer, "date", "A day is written as 2027-02-06.");
      return "";
    }
  }

  private static Placed placed(String pointer, BusinessHours.Span span) {
    int from = BusinessHours.minutes(span.from());
    int to = BusinessHours.minutes(span.to());
    return new Placed(pointer, from, to <= from ? to + MINUTES_PER_DAY : to);
  }

  /** Spans of one day do not overlap; one that begins when another ends goes on with it. */
  private void apart(List<Placed> spans) {
    List<Placed> inOrder = spans.stream().sorted(Comparator.comparingInt(Placed::from)).toList();
    for (int i = 1; i < inOrder.size(); i++) {
      if (inOrder.get(i).from() < inOrder.get(i - 1).to()) {
        check.wrong(inOrder.get(i).pointer() + "/from", "overlap", "Overlaps another span.");
      }
    }
  }

  private static <T extends @Nullable Object> List<T> orNone(@Nullable List<T> typed) {
    return typed == null ? List.of() : typed;
  }
}
