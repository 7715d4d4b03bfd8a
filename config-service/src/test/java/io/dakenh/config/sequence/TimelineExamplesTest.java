package io.dakenh.config.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dakenh.config.content.Sequences;
import io.dakenh.config.content.Sequences.Channels;
import io.dakenh.config.content.Sequences.Sequence;
import io.dakenh.config.sequence.Occurrence.Kind;
import io.dakenh.contracts.rows.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples that livetalk's run time plays too. */
class TimelineExamplesTest {
  static Stream<Arguments> examples() throws IOException {
    return new ObjectMapper()
        .readTree(Path.of("../contracts/src/test/resources/sequence-timelines.json").toFile())
        .valueStream()
        .map(example -> Arguments.of(example.get("name").asText(), example));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  @Rows(part = {"SEQ-2", "SEQ-6"})
  void previewsWhatTheRunTimeDoes(String name, JsonNode example) {
    Sequences sequences =
        new Sequences(
            sequence(example.path("start")),
            sequence(example.path("noReply")),
            sequence(example.path("offline")),
            new Channels(false, false));
    List<Occurrence> occurrences =
        example
            .get("events")
            .valueStream()
            .map(event -> new Occurrence(event.get(0).asInt(), kind(event.get(1).asText())))
            .toList();

    List<String> steps =
        Timeline.of(sequences, occurrences, example.get("until").asInt()).stream()
            .map(TimelineExamplesTest::words)
            .toList();

    assertThat(steps)
        .as(name)
        .isEqualTo(example.get("steps").valueStream().map(JsonNode::asText).toList());
  }

  private static Sequence sequence(JsonNode given) {
    return given.isMissingNode()
        ? new Sequence(false, 60, 1, List.of("không"))
        : new Sequence(
            true,
            given.get("delay").asInt(),
            given.get("gap").asInt(),
            Collections.nCopies(given.get("contents").asInt(), "chào"));
  }

  private static Kind kind(String code) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static String words(Step step) {
    return step.atSeconds()
        + " "
        + step.sequence()
        + " "
        + step.kind()
        + " "
        + (step.index() == null ? step.reason() : step.index());
  }
}
