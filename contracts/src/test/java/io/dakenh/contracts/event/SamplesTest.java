package io.dakenh.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every payload that was ever released must keep parsing: its samples stay here for good. A new
 * shape adds a sample, it never edits one.
 */
class SamplesTest {
  private static final Path SAMPLES = Path.of("src/test/resources/samples");
  private static final ObjectMapper READER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  @TestFactory
  Stream<DynamicTest> everyEventHasASampleThatParsesToTheSameValues() throws IOException {
    return EventCatalog.all().stream()
        .flatMap(
            type ->
                samples(type).stream()
                    .map(
                        sample ->
                            DynamicTest.dynamicTest(
                                type.name() + " " + sample.getFileName(),
                                () -> parsesWithoutLoss(type, sample))));
  }

  @Test
  void everyEventHasAtLeastOneSample() {
    assertThat(EventCatalog.all()).allSatisfy(type -> assertThat(samples(type)).isNotEmpty());
  }

  @Test
  void namesAreUniqueAndEndInTheirMajorVersion() {
    List<String> names = EventCatalog.all().stream().map(EventType::name).toList();

    assertThat(names)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("io\\.dakenh\\.[a-z.-]+\\.v\\d+"));
  }

  @Test
  void aReaderOfTodayIgnoresWhatAWriterOfTomorrowAdds() throws IOException {
    Path sample = samples(EventCatalog.MESSAGE_SENT).getFirst();
    JsonNode tree = READER.readTree(sample.toFile());
    ((com.fasterxml.jackson.databind.node.ObjectNode) tree).put("fieldOfTomorrow", "x");

    Object payload = READER.treeToValue(tree, EventCatalog.MESSAGE_SENT.payload());

    assertThat(READER.readTree(READER.writeValueAsBytes(payload)).get("sequence"))
        .isEqualTo(tree.get("sequence"));
  }

  private static void parsesWithoutLoss(EventType<?> type, Path sample) throws IOException {
    JsonNode written = READER.readTree(sample.toFile());

    Record payload = READER.treeToValue(written, type.payload());

    JsonNode read = READER.readTree(READER.writeValueAsBytes(payload));
    written
        .fieldNames()
        .forEachRemaining(name -> assertThat(read.get(name)).as(name).isEqualTo(written.get(name)));
  }

  private static List<Path> samples(EventType<?> type) {
    Path folder = SAMPLES.resolve(type.name());
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
