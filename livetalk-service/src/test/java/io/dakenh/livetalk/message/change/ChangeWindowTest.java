package io.dakenh.livetalk.message.change;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dakenh.platform.problem.ProblemException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** To the millisecond, by the clock that is handed in. */
class ChangeWindowTest {
  private static final Instant SENT = Instant.parse("2026-11-23T03:00:00Z");
  private static final Instant END = Instant.parse("2026-11-23T03:15:00Z");

  private final ChangeStore.Target target =
      new ChangeStore.Target("agent", UUID.randomUUID(), "x", SENT, false, false);

  @Test
  void isOpenForAQuarterOfAnHour() {
    assertThatCode(() -> target.checkYoung(SENT)).doesNotThrowAnyException();
    assertThatCode(() -> target.checkYoung(END)).doesNotThrowAnyException();
    assertThatThrownBy(() -> target.checkYoung(END.plusMillis(1)))
        .isInstanceOf(ProblemException.class);
  }
}
