package io.dakenh.livetalk.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.livetalk.sequence.Change.Cancelled;
import io.dakenh.livetalk.sequence.Change.Cause;
import io.dakenh.livetalk.sequence.Plan.Sequence;
import io.dakenh.livetalk.sequence.Played.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SequenceEngineTest {
  private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
  private static final Sequence TWICE =
      new Sequence(true, Duration.ofSeconds(60), Duration.ofSeconds(10), List.of("một", "hai"));
  private static final Sequence OFF =
      new Sequence(false, Duration.ofSeconds(60), Duration.ofSeconds(10), List.of("một"));

  static Stream<Arguments> examples() throws IOException {
    return new ObjectMapper()
        .readTree(Path.of("../contracts/src/test/resources/sequence-timelines.json").toFile())
        .valueStream()
        .map(example -> Arguments.of(example.get("name").asText(), example));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  @Rows(part = {"SEQ-2", "SEQ-6"})
  void doesWhatThePreviewShows(String name, JsonNode example) {
    Map<SequenceKind, Sequence> sequences = new EnumMap<>(SequenceKind.class);
    for (SequenceKind kind : SequenceKind.values()) {
      JsonNode given = example.path(kind.code());
      sequences.put(
          kind,
          given.isMissingNode()
              ? OFF
              : new Sequence(
                  true,
                  Duration.ofSeconds(given.get("delay").asLong()),
                  Duration.ofSeconds(given.get("gap").asLong()),
                  Collections.nCopies(given.get("contents").asInt(), "chào")));
    }
    List<Event> events =
        example
            .get("events")
            .valueStream()
            .map(event -> new Event(event.get(0).asInt(), event.get(1).asText()))
            .toList();
    Plan plan = new Plan(1, sequences, false, false);

    Played played = new Played(plan, () -> false, false).play(events, example.get("until").asInt());

    assertThat(played.steps())
        .as(name)
        .isEqualTo(example.get("steps").valueStream().map(JsonNode::asText).toList());
  }

  private static Plan plan(long version, Sequence noReply, Sequence offline) {
    return new Plan(
        version,
        Map.of(SequenceKind.NO_REPLY, noReply, SequenceKind.OFFLINE, offline),
        false,
        false);
  }

  private static Watch waiting() {
    return Watch.fresh(UUID.randomUUID(), UUID.randomUUID(), 0, NOW);
  }

  private static Decision look(Watch watch, Plan newest, Plan older, int second) {
    return SequenceEngine.look(
        watch,
        new Facts(true, 0, "livetalk", true, newest, true),
        version -> version == older.version() ? older : Plan.NONE,
        NOW.plusSeconds(second));
  }

  @Test
  @Rows(part = "SEQ-1")
  void goesOnWithTheWordsItBeganWith() {
    Plan first = plan(1, TWICE, OFF);
    Plan second =
        plan(
            2,
            new Sequence(true, Duration.ofSeconds(90), Duration.ofSeconds(5), List.of("khác")),
            OFF);
    Watch armed = look(waiting(), first, first, 0).watch();

    Decision due = look(armed, second, first, 60);
    assertThat(due.sends()).extracting(Send::text).containsExactly("một");
    Decision next = look(due.after(NOW.plusSeconds(60)), second, first, 70);
    assertThat(next.sends()).extracting(Send::text).containsExactly("hai");
    assertThat(next.after(NOW.plusSeconds(70)).nextDue()).isNull();
  }

  @Test
  @Rows(part = "SEQ-1")
  void stopsWhatWasSwitchedOff() {
    Plan first = plan(1, TWICE, TWICE);
    Watch armed = look(waiting(), first, first, 0).watch();
    Decision off = look(armed, plan(2, OFF, TWICE), first, 60);
    assertThat(off.sends()).isEmpty();
    assertThat(off.changes())
        .containsExactly(new Cancelled(SequenceKind.NO_REPLY, Cause.SWITCHED_OFF));
    assertThat(off.over()).isFalse();
    assertThat(look(armed, plan(2, OFF, OFF), first, 60).over()).isTrue();
  }

  @Test
  void stopsWhereNobodyKnowsTheWordsAnyMore() {
    Plan first = plan(1, TWICE, OFF);
    Watch armed = look(waiting(), first, first, 0).watch();
    Decision lost = look(armed, plan(3, TWICE, OFF), plan(2, OFF, OFF), 60);
    assertThat(lost.sends()).isEmpty();
    assertThat(lost.watch().nextDue()).isNull();
  }

  @Test
  @Rows(part = "SEQ-5")
  void speaksOnOtherChannelsOnlyWhereTheOwnerAllowsIt() {
    Map<SequenceKind, Sequence> always =
        Map.of(
            SequenceKind.START,
            new Sequence(true, Duration.ZERO, Duration.ofSeconds(1), List.of("chào")));
    for (String channel : List.of("livetalk", "facebook", "zalo", "telegram")) {
      for (boolean allowed : List.of(false, true)) {
        Facts facts =
            new Facts(true, 0, channel, true, new Plan(1, always, allowed, allowed), true);
        boolean speaks =
            !SequenceEngine.look(waiting(), facts, version -> Plan.NONE, NOW).sends().isEmpty();
        boolean may = channel.equals("livetalk") || (allowed && !channel.equals("telegram"));
        assertThat(speaks).as(channel + " " + allowed).isEqualTo(may);
      }
    }
  }

  @Test
  @Rows(part = "SEQ-3")
  void keepsTheGapAfterALongAbsence() {
    Plan plan = plan(1, TWICE, OFF);
    Watch armed = look(waiting(), plan, plan, 0).watch();
    Decision late = look(armed, plan, plan, 500);
    assertThat(late.sends()).extracting(Send::index).containsExactly(0);
    assertThat(late.after(NOW.plusSeconds(501)).nextDue()).isEqualTo(NOW.plusSeconds(511));
  }
}
