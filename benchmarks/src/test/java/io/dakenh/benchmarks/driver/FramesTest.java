package io.dakenh.benchmarks.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 125, 126, 65_535, 65_536, 100_000})
  void readsServerFramesOfEveryLengthForm(int length) {
    byte[] payload = "x".repeat(length).getBytes(StandardCharsets.US_ASCII);
    byte[] stream = server(payload);
    List<String> heard = new ArrayList<>();

    int rest =
        Frames.read(
            stream,
            0,
            stream.length,
            (opcode, bytes, from, to) ->
                heard.add(new String(bytes, from, to - from, StandardCharsets.US_ASCII)));

    assertThat(rest).isEqualTo(stream.length);
    assertThat(heard).containsExactly(new String(payload, StandardCharsets.US_ASCII));
  }

  @Test
  void keepsWhatIsIncompleteAtEveryCut() {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(server("một".getBytes(StandardCharsets.UTF_8)));
    int firstEnd = both.size();
    both.writeBytes(server("y".repeat(200).getBytes(StandardCharsets.US_ASCII)));
    byte[] stream = both.toByteArray();
    for (int cut = 0; cut < stream.length; cut++) {
      int[] frames = {0};

      int rest = Frames.read(stream, 0, cut, (opcode, bytes, from, to) -> frames[0]++);

      assertThat(rest).isEqualTo(cut < firstEnd ? 0 : firstEnd);
      assertThat(frames[0]).isEqualTo(cut < firstEnd ? 0 : 1);
    }
  }

  @Test
  void masksAsTheStandardSays() {
    // The masked "Hello" of RFC 6455, section 5.7.
    ByteBuffer frame = Frames.text("Hello", 0x37fa213d);

    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    assertThat(bytes)
        .containsExactly(0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58);
  }

  @Test
  void refusesFragmentsInsteadOfMisreadingThem() {
    byte[] fragment = {0x01, 0x01, 'a'};

    assertThatThrownBy(() -> Frames.read(fragment, 0, 3, (opcode, bytes, from, to) -> {}))
        .isInstanceOf(IllegalStateException.class);
  }

  private static byte[] server(byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 10);
    frame.put((byte) 0x81);
    if (payload.length < 126) {
      frame.put((byte) payload.length);
    } else if (payload.length <= 65_535) {
      frame.put((byte) 126).putShort((short) payload.length);
    } else {
      frame.put((byte) 127).putLong(payload.length);
    }
    frame.put(payload).flip();
    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    return bytes;
  }
}
