package io.dakenh.livetalk.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dakenh.livetalk.message.NewMessage.Additions;
import io.dakenh.livetalk.party.PartyKind;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameParserTest {
  private static final String ID = "01a2066d-f4bd-7532-a1c6-cc63649e4978";

  @Test
  void readsAMessageAndIgnoresWhatItDoesNotKnow() throws FrameException {
    ClientFrame frame =
        FrameParser.parse(
            "{\"type\":\"send\",\"id\":\"1\",\"new\":{\"x\":[1]},\"conversationId\":\"%s\",\"clientMessageId\":\"%s\",\"text\":\" chào \"}"
                .formatted(ID, ID),
            PartyKind.AGENT);
    assertThat(frame)
        .isEqualTo(
            new ClientFrame.Send(
                "1", UUID.fromString(ID), UUID.fromString(ID), "chào", Additions.NONE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"send\"",
        "{",
        "{\"type\":\"ping\"} {}",
        "{\"id\":\"1\"}",
        "{\"type\":[]}",
        "{\"type\":\"read\",\"sequence\":\"many\"}"
      })
  void callsMalformedWhatIsNoFrame(String text) {
    assertThat(refusal(text, PartyKind.VISITOR).code()).isEqualTo("malformed-frame");
  }

  @Test
  void answersUnderTheFramesId() {
    FrameException refused =
        refusal("{\"type\":\"send\",\"id\":\"7\",\"text\":\"x\"}", PartyKind.VISITOR);
    assertThat(refused.id()).isEqualTo("7");
    assertThat(refused.code()).isEqualTo("validation-failed");
    assertThat(refused).hasMessageContaining("/conversationId");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"close\",\"conversationId\":\"01a2066d-f4bd-7532-a1c6-cc63649e4978\"}",
        "{\"type\":\"close\",\"id\":\"\",\"conversationId\":\"01a2066d-f4bd-7532-a1c6-cc63649e4978\"}",
        "{\"type\":\"close\",\"id\":\"1\",\"conversationId\":\"1-1-1-1-1\"}",
        "{\"type\":\"resume\",\"id\":\"1\"}",
        "{\"type\":\"resume\",\"id\":\"1\",\"conversations\":[null]}",
        "{\"type\":\"read\",\"conversationId\":\"01a2066d-f4bd-7532-a1c6-cc63649e4978\",\"sequence\":-1}"
      })
  void refusesMissingAndImpossibleFields(String text) {
    assertThat(refusal(text, PartyKind.AGENT).code()).isEqualTo("validation-failed");
  }

  @Test
  void knowsEachSidesOwnTypes() {
    String open = "{\"type\":\"open\",\"id\":\"1\",\"clientConversationId\":\"" + ID + "\"}";
    String presence = "{\"type\":\"presence\",\"id\":\"1\",\"state\":\"away\"}";
    assertThat(refusal(open, PartyKind.AGENT).code()).isEqualTo("unknown-frame-type");
    assertThat(refusal(presence, PartyKind.VISITOR).code()).isEqualTo("unknown-frame-type");
    assertThat(refusal("{\"type\":\"offline\"}", PartyKind.AGENT).code())
        .isEqualTo("unknown-frame-type");
    assertThat(refusal(presence.replace("away", "offline"), PartyKind.AGENT).code())
        .as("offline is observed, never declared")
        .isEqualTo("validation-failed");
  }

  private static FrameException refusal(String text, PartyKind from) {
    return catchThrowableOfType(FrameException.class, () -> FrameParser.parse(text, from));
  }
}
