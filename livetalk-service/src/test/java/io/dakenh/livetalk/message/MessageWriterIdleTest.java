package io.dakenh.livetalk.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SocketClient;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** While nobody writes, nothing runs; whoever writes wakes the writer. */
@QuarkusTest
class MessageWriterIdleTest {
  private static final Set<String> THREADS = Set.of("message-writer", "message-watch");

  /** Whoever polls would wait with a time limit: {@code TIMED_WAITING}. */
  private static Map<String, Thread.State> states() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> THREADS.contains(thread.getName()))
        .collect(Collectors.toMap(Thread::getName, Thread::getState, (one, other) -> one));
  }

  private static void awaitIdle() {
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(states())
                    .containsOnlyKeys(THREADS)
                    .containsValue(Thread.State.WAITING)
                    .doesNotContainValue(Thread.State.TIMED_WAITING));
  }

  @Test
  void sleepsUntilSomeoneWrites() {
    try (Business shop = Business.withAgents(0)) {
      SocketClient visitor = shop.visitor();
      UUID conversation = visitor.open("Chào");
      for (int i = 0; i < 3; i++) {
        awaitIdle();
        assertThat(visitor.say(conversation, "tin " + i).path("type").asText()).isEqualTo("ack");
      }
      awaitIdle();
    }
  }
}
