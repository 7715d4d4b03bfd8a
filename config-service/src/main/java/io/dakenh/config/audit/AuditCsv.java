package io.dakenh.config.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The audit log as a spreadsheet reads it. */
final class AuditCsv {
  /** By this mark spreadsheets know that the text is UTF-8. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final String FORMULA_STARTS = "=+-@\t\r\n";

  private AuditCsv() {}

  static String of(List<AuditEntryView> entries) {
    StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader("at", "actor", "actorId", "action", "target", "fields")
            .get();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      for (AuditEntryView entry : entries) {
        AuditEntryView.Actor actor = entry.actor();
        printer.printRecord(
            entry.at(),
            actor == null ? "" : harmless(actor.name()),
            actor == null ? "" : actor.id(),
            harmless(entry.action()),
            harmless(entry.target()),
            harmless(String.join(" ", entry.fields())));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /** A name that begins like a formula must not be run by whoever opens the file. */
  static String harmless(String value) {
    return !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
  }
}
