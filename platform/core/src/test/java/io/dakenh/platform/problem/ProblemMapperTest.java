package io.dakenh.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import org.junit.jupiter.api.Test;

class ProblemMapperTest {
  @Test
  void knowsACallerWhoLeft() {
    assertThat(
            ProblemMapper.callerLeft(
                new IOException(new IOException(new HttpClosedException("Connection was closed")))))
        .isTrue();
    assertThat(ProblemMapper.callerLeft(new IOException(new ClosedChannelException()))).isTrue();
  }

  @Test
  void takesNothingElseForOne() {
    assertThat(ProblemMapper.callerLeft(new IOException("disk full"))).isFalse();
    assertThat(ProblemMapper.callerLeft(new IllegalStateException(new ClosedChannelException())))
        .isFalse();
  }
}
