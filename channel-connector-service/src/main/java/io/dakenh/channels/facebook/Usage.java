package io.dakenh.channels.facebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.channels.http.Answer;
import java.time.Duration;
import java.util.List;

/** How near a Page is to its limits, by the headers of an answer. */
final class Usage {
  private static final int SLOW = 80;
  private static final int STOP = 95;
  private static final Duration SLOWER = Duration.ofSeconds(1);
  private static final Duration STOPPED = Duration.ofMinutes(1);

  private Usage() {}

  /** How long to pause; zero while all is well. */
  static Duration pause(Answer answer) {
    int used = 0;
    long minutes = 0;
    for (String header : List.of("X-App-Usage", "X-Page-Usage", "X-Business-Use-Case-Usage")) {
      JsonNode usage = read(answer.header(header));
      used = Math.max(used, highest(usage));
      for (JsonNode account : usage) {
        for (JsonNode one : account) {
          used = Math.max(used, highest(one));
          minutes = Math.max(minutes, one.path("estimated_time_to_regain_access").asLong());
        }
      }
    }
    if (minutes > 0) {
      return Duration.ofMinutes(minutes);
    }
    return used > STOP ? STOPPED : used > SLOW ? SLOWER : Duration.ZERO;
  }

  private static int highest(JsonNode usage) {
    return Math.max(
        usage.path("call_count").asInt(),
        Math.max(usage.path("total_time").asInt(), usage.path("total_cputime").asInt()));
  }

  private static JsonNode read(String header) {
    if (header.isEmpty()) {
      return Graph.JSON.missingNode();
    }
    try {
      return Graph.JSON.readTree(header);
    } catch (JsonProcessingException notForUs) {
      return Graph.JSON.missingNode();
    }
  }
}
