package io.dakenh.config.section;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static List<String> between(String before, String after) throws JsonProcessingException {
    return Difference.of(
            MAPPER.readTree(before.replace('\'', '"')), MAPPER.readTree(after.replace('\'', '"')))
        .stream()
        .map(
            change ->
                (change.op()
                        + " "
                        + change.pointer()
                        + " "
                        + change.before()
                        + " "
                        + change.after())
                    .replace('"', '\''))
        .toList();
  }

  @Test
  void namesValuesByTheirPointer() throws JsonProcessingException {
    assertThat(
            between(
                "{'a': 1, 'b': {'c': 'x', 'd': true}, 'gone': 2}",
                "{'a': 1, 'b': {'c': 'y', 'd': true}, 'new': 3}"))
        .containsExactly("replace /b/c 'x' 'y'", "remove /gone 2 null", "add /new null 3");
    assertThat(between("{'a': [1, 2]}", "{'a': [1, 3]}")).containsExactly("replace /a [1,2] [1,3]");
    assertThat(between("{'a': 1}", "{'a': 1}")).isEmpty();
  }

  @Test
  void tellsItemsApartByTheirIds() throws JsonProcessingException {
    assertThat(
            between(
                "{'items': [{'id': 'p', 't': 'một'}, {'id': 'q', 't': 'hai'}, {'id': 'r', 't': 'ba'}]}",
                "{'items': [{'id': 'r', 't': 'ba'}, {'id': 'p', 't': 'MỘT'}, {'id': 's', 't': 'bốn'}]}"))
        .containsExactly(
            "remove /items/1 {'id':'q','t':'hai'} null",
            "replace /items/1/t 'một' 'MỘT'",
            "add /items/2 null {'id':'s','t':'bốn'}",
            "replace /items ['p','r'] ['r','p']");
    assertThat(
            between(
                "{'fields': [{'key': 'name', 'shown': true}]}",
                "{'fields': [{'key': 'name', 'shown': false}]}"))
        .containsExactly("replace /fields/0/shown true false");
  }
}
