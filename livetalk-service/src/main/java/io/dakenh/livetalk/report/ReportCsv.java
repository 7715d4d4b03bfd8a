package io.dakenh.livetalk.report;

import io.dakenh.livetalk.report.Measures.Spread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** A table of a report as a spreadsheet reads it. */
final class ReportCsv {
  /** By this mark spreadsheets know that the text is UTF-8. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final String FORMULA_STARTS = "=+-@\t\r\n";

  private ReportCsv() {}

  static String of(String first, List<Report.Row> rows) {
    StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader(
                first,
                "name",
                "opened",
                "answered",
                "closed",
                "reopened",
                "visitorMessages",
                "agentMessages",
                "firstResponseMedianSeconds",
                "firstResponseAverageSeconds",
                "handlingMedianSeconds",
                "handlingAverageSeconds",
                "ratings",
                "ratingAverage")
            .get();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      for (Report.Row row : rows) {
        Measures measures = row.measures();
        printer.printRecord(
            row.key() == null ? "" : row.key(),
            row.name() == null ? "" : harmless(row.name()),
            measures.opened(),
            measures.answered(),
            measures.closed(),
            measures.reopened(),
            measures.visitorMessages(),
            measures.agentMessages(),
            median(measures.firstResponse()),
            average(measures.firstResponse()),
            median(measures.handling()),
            average(measures.handling()),
            measures.rating().count(),
            measures.rating().average() == null ? "" : measures.rating().average());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static Object median(@Nullable Spread spread) {
    return spread == null ? "" : spread.medianSeconds();
  }

  private static Object average(@Nullable Spread spread) {
    return spread == null ? "" : spread.averageSeconds();
  }

  /** A name that begins like a formula must not be run by whoever opens the file. */
  static String harmless(String value) {
    return !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
  }
}
