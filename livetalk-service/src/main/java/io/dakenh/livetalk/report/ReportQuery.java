package io.dakenh.livetalk.report;

import io.dakenh.platform.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which conversations a report is about: those that began on these days. */
record ReportQuery(
    LocalDate from,
    LocalDate to,
    ZoneId zone,
    @Nullable UUID departmentId,
    @Nullable UUID agentId,
    @Nullable String channelKind) {
  private static final int USUAL_DAYS = 30;
  private static final int MOST_DAYS = 366;

  static ReportQuery of(
      @Nullable String from,
      @Nullable String to,
      ZoneId zone,
      Instant now,
      @Nullable UUID departmentId,
      @Nullable UUID agentId,
      @Nullable String channelKind) {
    LocalDate last = to == null ? LocalDate.ofInstant(now, zone) : day("/to", to);
    LocalDate first = from == null ? last.minusDays(USUAL_DAYS - 1L) : day("/from", from);
    if (first.isAfter(last)) {
      throw ProblemException.invalid("/from", "range", "Not after the last day.");
    }
    if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
      throw ProblemException.invalid("/from", "range", "At most " + MOST_DAYS + " days.");
    }
    return new ReportQuery(first, last, zone, departmentId, agentId, channelKind);
  }

  private static LocalDate day(String pointer, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException wrong) {
      throw ProblemException.invalid(pointer, "date", "A day such as 2026-11-23.");
    }
  }

  /** On {@code report_conversation r}; its values are {@link #values}. */
  String condition() {
    return " where r.tenant_id = ? and r.opened_at >= ? and r.opened_at < ?"
        + (departmentId == null ? "" : " and r.department_id = ?")
        + (agentId == null ? "" : " and r.agent_id = ?")
        + (channelKind == null ? "" : " and r.channel_kind = ?");
  }

  List<Object> values(UUID tenantId) {
    List<Object> values = new ArrayList<>();
    values.add(tenantId);
    values.add(from.atStartOfDay(zone).toInstant());
    values.add(to.plusDays(1).atStartOfDay(zone).toInstant());
    if (departmentId != null) {
      values.add(departmentId);
    }
    if (agentId != null) {
      values.add(agentId);
    }
    if (channelKind != null) {
      values.add(channelKind);
    }
    return values;
  }

  /** All its days. */
  List<LocalDate> days() {
    return from.datesUntil(to.plusDays(1)).toList();
  }
}
