package io.dakenh.livetalk.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is told of some conversations, all of which began in the time asked for.
 *
 * @param opened how many began
 * @param answered of them, how many an agent answered
 * @param closed of them, how many are over
 * @param reopened how often one of them went on after its end
 * @param firstResponse seconds from the beginning to an agent's first message
 * @param handling seconds somebody worked on one that is over, all stretches together
 * @param rating how content visitors were
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Measures(
    long opened,
    long answered,
    long closed,
    long reopened,
    long visitorMessages,
    long agentMessages,
    @Nullable Spread firstResponse,
    @Nullable Spread handling,
    Rating rating) {

  /** Seconds: the middle one, the average, and what nine of ten stay below. */
  record Spread(long medianSeconds, long averageSeconds, long slowestTenthSeconds) {}

  /**
   * Stars.
   *
   * @param average absent while nobody rated
   * @param counts of one star to five
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Rating(long count, @Nullable Double average, List<Long> counts) {}

  static final Measures NOTHING =
      new Measures(0, 0, 0, 0, 0, 0, null, null, new Rating(0, null, List.of(0L, 0L, 0L, 0L, 0L)));

  /** Reads {@link #read}; over {@code report_conversation r}. */
  static final String COLUMNS =
      """
      count(*), count(first_response_at), count(closed_at), coalesce(sum(reopened), 0), coalesce(sum(visitor_messages), 0),
        coalesce(sum(agent_messages), 0),
        (percentile_cont(array[0.5, 0.9]) within group (order by extract(epoch from first_response_at - opened_at)::float8)),
        avg(extract(epoch from first_response_at - opened_at)),
        (percentile_cont(array[0.5, 0.9]) within group (order by handled_seconds::float8) filter (where closed_at is not null and joined_at is not null)),
        avg(handled_seconds) filter (where closed_at is not null and joined_at is not null),
        count(score), round(avg(score), 2),
        array[count(*) filter (where score = 1), count(*) filter (where score = 2), count(*) filter (where score = 3),
          count(*) filter (where score = 4), count(*) filter (where score = 5)]\
      """;

  static Measures read(ResultSet row, int first) throws SQLException {
    return new Measures(
        row.getLong(first),
        row.getLong(first + 1),
        row.getLong(first + 2),
        row.getLong(first + 3),
        row.getLong(first + 4),
        row.getLong(first + 5),
        spread(row.getArray(first + 6), row.getDouble(first + 7)),
        spread(row.getArray(first + 8), row.getDouble(first + 9)),
        new Rating(
            row.getLong(first + 10),
            row.getBigDecimal(first + 11) == null
                ? null
                : row.getBigDecimal(first + 11).doubleValue(),
            List.of((Long[]) row.getArray(first + 12).getArray())));
  }

  private static @Nullable Spread spread(@Nullable Array percentiles, double average)
      throws SQLException {
    if (percentiles == null) {
      return null;
    }
    @Nullable Double[] values = (Double[]) percentiles.getArray();
    if (Stream.of(values).anyMatch(java.util.Objects::isNull)) {
      return null;
    }
    return new Spread(Math.round(values[0]), Math.round(average), Math.round(values[1]));
  }
}
