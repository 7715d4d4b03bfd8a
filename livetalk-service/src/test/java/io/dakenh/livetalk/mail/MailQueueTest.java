package io.dakenh.livetalk.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When mail is tried again. */
class MailQueueTest {
  @Test
  void isTriedAgainLessAndLessOften() {
    assertThat(MailQueue.pause(1)).isEqualTo(Duration.ofSeconds(10));
    assertThat(MailQueue.pause(3)).isEqualTo(Duration.ofSeconds(40));
    assertThat(MailQueue.pause(12)).isEqualTo(Duration.ofHours(2));
  }
}
