package io.dakenh.billing.history;

import io.dakenh.billing.entitlement.BillingMonth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Calls as a spreadsheet reads them, with the times the owner's month is counted in. */
final class CallCsv {
  /** By this mark spreadsheets know that the text is UTF-8. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final String FORMULA_STARTS = "=+-@\t\r\n";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BillingMonth.ZONE);

  private CallCsv() {}

  static String of(List<CallView> calls) {
    StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader(
                "started",
                "visitor",
                "media",
                "outcome",
                "agents",
                "joined",
                "ended",
                "duration_seconds",
                "charged_seconds",
                "month",
                "call_id")
            .get();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      for (CallView call : calls) {
        printer.printRecord(
            time(call.startedAt()),
            harmless(call.visitorName()),
            call.media(),
            call.outcome() == null ? call.state() : call.outcome(),
            harmless(
                call.agents().stream()
                    .map(CallView.Agent::name)
                    .distinct()
                    .collect(Collectors.joining("; "))),
            time(call.joinedAt()),
            time(call.endedAt()),
            call.durationSeconds(),
            call.chargedSeconds(),
            call.month() == null ? "" : call.month(),
            call.id());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static String time(@Nullable Instant instant) {
    return instant == null ? "" : TIME.format(instant);
  }

  /** A name that begins like a formula must not be run by whoever opens the file. */
  static String harmless(String value) {
    return !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
  }
}
