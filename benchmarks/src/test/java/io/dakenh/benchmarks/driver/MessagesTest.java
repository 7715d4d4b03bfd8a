package io.dakenh.benchmarks.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private final Messages messages = new Messages();

  @Test
  void aSentFrameIsWhatTheProtocolAsksFor() throws Exception {
    JsonNode frame = new ObjectMapper().readTree(messages.send("c-1", 3, 17, 123_456_789));

    assertThat(frame.path("type").asText()).isEqualTo("send");
    assertThat(frame.path("conversationId").asText()).isEqualTo("c-1");
    assertThat(frame.path("id").asText()).isEqualTo("3-17");
    assertThat(UUID.fromString(frame.path("clientMessageId").asText()).version()).isEqualTo(4);
    assertThat(frame.path("text").asText()).startsWith("bench 3 17 123456789 ");
  }

  @Test
  void findsEveryMessageOfAFrame() {
    assertThat(
            found(
                "{\"type\":\"messages\",\"messages\":[{\"text\":\"bench 1 2 30 x\"},"
                    + "{\"text\":\"bench 4 5 60 y\"}]}"))
        .containsExactly("1/2/30", "4/5/60");
    assertThat(found("{\"type\":\"message\",\"message\":{\"text\":\"bench 9 8 7\"}}"))
        .containsExactly("9/8/7");
  }

  @Test
  void doesNotCountSummariesOrAcknowledgements() {
    assertThat(
            found(
                "{\"type\":\"conversation\",\"conversation\":{\"lastMessage\":"
                    + "{\"text\":\"bench 1 2 3 x\"}}}"))
        .isEmpty();
    assertThat(found("{\"type\":\"ack\",\"id\":\"3-17\"}")).isEmpty();
  }

  @Test
  void tellsErrors() {
    byte[] error =
        "{\"type\":\"error\",\"code\":\"rate-limited\"}".getBytes(StandardCharsets.UTF_8);
    byte[] ack = "{\"type\":\"ack\"}".getBytes(StandardCharsets.UTF_8);

    assertThat(Messages.isError(error, 0, error.length)).isTrue();
    assertThat(Messages.isError(ack, 0, ack.length)).isFalse();
  }

  private static List<String> found(String frame) {
    List<String> found = new ArrayList<>();
    byte[] bytes = ("padding" + frame).getBytes(StandardCharsets.UTF_8);
    Messages.find(
        bytes,
        7,
        bytes.length,
        (room, number, intended) -> found.add(room + "/" + number + "/" + intended));
    return found;
  }
}
