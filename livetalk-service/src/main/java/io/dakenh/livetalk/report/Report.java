package io.dakenh.livetalk.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What owners see.
 *
 * @param from first day
 * @param to last day
 * @param timeZone by whose clock days begin and end
 * @param days every day, also those on which nothing happened
 * @param agents by who joined first
 */
record Report(
    LocalDate from,
    LocalDate to,
    String timeZone,
    Measures totals,
    List<Row> days,
    List<Row> agents,
    List<Row> departments,
    List<Row> channels) {

  /**
   * One line of a table.
   *
   * @param key day, id, or kind; absent for conversations nobody joined, or of no department
   * @param name as it is called now; absent where the key says it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Row(@Nullable String key, @Nullable String name, Measures measures) {}
}
