package io.dakenh.config.popup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dakenh.contracts.rows.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The examples that the widget runs too, and what holds beyond examples. */
class PopupPathTest {
  private static JsonNode examples(String list) throws IOException {
    return new ObjectMapper()
        .readTree(Path.of("../contracts/src/test/resources/popup-paths.json").toFile())
        .get(list);
  }

  private static Stream<DynamicTest> each(
      String list, String name, java.util.function.Consumer<JsonNode> test) throws IOException {
    return StreamSupport.stream(examples(list).spliterator(), false)
        .map(
            example ->
                DynamicTest.dynamicTest(
                    list + ": " + example.get(name).asText(), () -> test.accept(example)));
  }

  @TestFactory
  Stream<DynamicTest> bringsPagesIntoOneForm() throws IOException {
    return each(
        "pages",
        "address",
        example ->
            assertThat(PageAddress.of(example.get("address").textValue()).normalized())
                .isEqualTo(example.get("normalized").textValue()));
  }

  @TestFactory
  @Rows(part = "POP-2")
  Stream<DynamicTest> bringsPathsIntoOneForm() throws IOException {
    return each(
        "paths",
        "path",
        example ->
            assertThat(
                    PopupPath.of(example.get("path").textValue())
                        .map(PopupPath::normalized)
                        .orElse(null))
                .isEqualTo(example.get("normalized").textValue()));
  }

  @TestFactory
  Stream<DynamicTest> choosesOne() throws IOException {
    return each(
        "choices",
        "name",
        example -> {
          List<PopupPath> paths = new ArrayList<>();
          example
              .get("paths")
              .forEach(path -> paths.add(PopupPath.of(path.textValue()).orElseThrow()));

          int winner = PopupChoice.winner(paths, PageAddress.of(example.get("page").textValue()));

          assertThat(winner).isEqualTo(example.get("winner").intValue());
        });
  }

  @Provide
  Arbitrary<String> addresses() {
    Arbitrary<String> segment =
        Arbitraries.strings().withChars("abzAZ09-._~%/?=& *đứ'\"").ofMaxLength(12);
    return Combinators.combine(
            Arbitraries.of(
                "https://shop.example/p", "http://Shop.Example:80/p", "/p", "trà.example/p"),
            segment)
        .as(String::concat);
  }

  @Property
  void normalisingTwiceChangesNothing(@ForAll("addresses") String address) {
    String once = PageAddress.of(address).normalized();

    assertThat(PageAddress.of(once).normalized()).isEqualTo(once);
  }

  @Property
  void aPathIsTheSameAgainWhenReadFromItsForm(@ForAll("addresses") String address) {
    PopupPath path = PopupPath.of(address).orElseThrow();

    assertThat(PopupPath.of(path.normalized()).orElseThrow().normalized())
        .isEqualTo(path.normalized());
  }

  @Property
  void aPageMatchesItsOwnAddress(@ForAll("addresses") String address) {
    assertThat(PopupPath.of(address).orElseThrow().matches(PageAddress.of(address)))
        .as(address)
        .isTrue();
  }

  @Property
  void theWinnerMatchesAndNothingLongerDoes(
      @ForAll List<@net.jqwik.api.From("addresses") String> typed,
      @ForAll("addresses") String page) {
    List<PopupPath> paths = typed.stream().map(t -> PopupPath.of(t).orElseThrow()).toList();
    PageAddress address = PageAddress.of(page);

    int winner = PopupChoice.winner(paths, address);

    if (winner < 0) {
      assertThat(paths).noneMatch(path -> path.matches(address));
    } else {
      assertThat(paths.get(winner).matches(address)).isTrue();
      assertThat(paths)
          .filteredOn(path -> path.matches(address))
          .allMatch(path -> path.length() <= paths.get(winner).length());
    }
  }
}
