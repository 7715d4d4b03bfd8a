package io.dakenh.config.sequence;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.config.content.Sequences;
import io.dakenh.config.text.BodyCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A conversation to play through.
 *
 * @param content sequences that were not saved; absent: what is published
 * @param events what happens in it, at most 100
 * @param horizonSeconds until when, at most 7 days; absent: one hour after the last event
 */
record TimelineBody(
    @Schema(implementation = Sequences.class) @Nullable JsonNode content,
    @Nullable List<@Nullable Event> events,
    @Nullable Integer horizonSeconds) {
  private static final int MOST_EVENTS = 100;
  private static final int LONGEST_SECONDS = 604_800;
  private static final int HOUR_SECONDS = 3_600;
  private static final List<String> KINDS =
      Stream.of(Occurrence.Kind.values()).map(Occurrence.Kind::code).toList();

  /** Something that happens. */
  record Event(@Nullable Integer atSeconds, @Nullable String kind) {}

  List<Occurrence> occurrences(BodyCheck check) {
    List<Occurrence> occurrences = new ArrayList<>();
    List<@Nullable Event> given = events == null ? List.of() : events;
    if (given.size() > MOST_EVENTS) {
      check.wrong("/events", "too-many", "At most " + MOST_EVENTS + ".");
      return occurrences;
    }
    for (int i = 0; i < given.size(); i++) {
      Event event = given.get(i);
      String pointer = "/events/" + i;
      if (event == null) {
        check.wrong(pointer, "required", "This value is required.");
        continue;
      }
      int at = check.number(pointer + "/atSeconds", event.atSeconds(), 0, LONGEST_SECONDS);
      String kind = check.oneOf(pointer + "/kind", event.kind(), KINDS);
      if (KINDS.contains(kind)) {
        occurrences.add(new Occurrence(at, Occurrence.Kind.values()[KINDS.indexOf(kind)]));
      }
    }
    return occurrences;
  }

  int horizon(BodyCheck check, List<Occurrence> occurrences) {
    if (horizonSeconds != null) {
      return check.number("/horizonSeconds", horizonSeconds, 0, LONGEST_SECONDS);
    }
    int last = occurrences.stream().mapToInt(Occurrence::atSeconds).max().orElse(0);
    return Math.min(LONGEST_SECONDS, last + HOUR_SECONDS);
  }
}
