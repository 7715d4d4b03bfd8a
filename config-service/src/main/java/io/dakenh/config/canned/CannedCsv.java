package io.dakenh.config.canned;

import io.dakenh.platform.problem.FieldError;
import io.dakenh.platform.problem.ProblemException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * The table of canned messages: columns {@code name,content,departments}, departments by name with
 * semicolons between them. It opens well in Excel (a mark says that it is UTF-8), and no cell can
 * be taken for a formula: an apostrophe in front prevents that, and is taken away again on import.
 */
final class CannedCsv {
  private static final String MARK = "\uFEFF";
  private static final String SEPARATOR = ";";
  private static final Pattern FORMULA = Pattern.compile("(?s)'*[=+\\-@\\t\\r].*");
  private static final List<String> COLUMNS = List.of("name", "content", "departments");
  private static final CSVFormat WRITING =
      CSVFormat.EXCEL.builder().setHeader(COLUMNS.toArray(String[]::new)).get();

  private CannedCsv() {}

  /**
   * A line of the table.
   *
   * @param number where it begins in the file, from 1
   */
  record Line(long number, String name, String content, List<String> departments) {}

  static String write(List<CannedMessage> messages, Map<UUID, String> departmentNames) {
    StringBuilder table = new StringBuilder(MARK);
    try (CSVPrinter printer = new CSVPrinter(table, WRITING)) {
      for (CannedMessage message : messages) {
        List<String> names =
            message.departmentIds.stream()
                .filter(departmentNames::containsKey)
                .map(departmentNames::get)
                .toList();
        printer.printRecord(
            guarded(message.name),
            guarded(message.content),
            guarded(String.join(SEPARATOR + " ", names)));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return table.toString();
  }

  /**
   * Reads a table, with commas or, as Excel writes it in many countries, semicolons.
   *
   * @throws ProblemException 400 when it is no such table
   */
  static List<Line> read(byte[] bytes) {
    String text = text(bytes);
    CSVFormat format =
        CSVFormat.EXCEL
            .builder()
            .setDelimiter(delimiter(text))
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setIgnoreEmptyLines(true)
            .setTrim(false)
            .get();
    try (CSVParser parser =
        CSVParser.builder().setReader(new StringReader(text)).setFormat(format).get()) {
      for (String column : List.of("name", "content")) {
        if (parser.getHeaderNames().stream().noneMatch(column::equalsIgnoreCase)) {
          throw ProblemException.invalid(
              "/lines/1",
              "csv-header",
              "The first line names the columns name, content, departments.");
        }
      }
      List<Line> lines = new ArrayList<>();
      // A record begins where the one before ended; a quoted cell may run over several lines.
      long number = parser.getCurrentLineNumber() + 1;
      for (CSVRecord record : parser) {
        lines.add(line(record, number));
        number = parser.getCurrentLineNumber() + 1;
        if (lines.size() > CannedRules.MOST) {
          throw CannedService.limitReached();
        }
      }
      return lines;
    } catch (IOException
        | UncheckedIOException
        | IllegalArgumentException
        | IllegalStateException malformed) {
      throw ProblemException.invalid(
          List.of(new FieldError("/file", "csv-malformed", "This is no table that can be read.")));
    }
  }

  private static Line line(CSVRecord record, long number) {
    List<String> departments = new ArrayList<>();
    for (String name : cell(record, "departments").split(SEPARATOR, -1)) {
      if (!name.isBlank()) {
        departments.add(name.strip());
      }
    }
    return new Line(number, cell(record, "name"), cell(record, "content"), departments);
  }

  private static String cell(CSVRecord record, String column) {
    return record.isSet(column) ? unguarded(record.get(column)) : "";
  }

  private static char delimiter(String text) {
    int end = text.indexOf('\n');
    String header = end < 0 ? text : text.substring(0, end);
    return header.indexOf(';') >= 0 && header.indexOf(',') < 0 ? ';' : ',';
  }

  private static String text(byte[] bytes) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return text.startsWith(MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException other) {
      throw ProblemException.invalid("/file", "csv-not-utf8", "Save the table as CSV UTF-8.");
    }
  }

  private static String guarded(String cell) {
    return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
  }

  private static String unguarded(String cell) {
    return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
  }
}
