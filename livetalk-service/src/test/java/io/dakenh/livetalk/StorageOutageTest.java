package io.dakenh.livetalk;

import static io.dakenh.livetalk.support.SocketClient.message;
import static io.dakenh.livetalk.support.SocketClient.request;
import static io.dakenh.livetalk.support.SocketClient.resume;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.test.IdentityTestResource;
import io.dakenh.devstack.test.KafkaTestResource;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.OwnPostgres;
import io.dakenh.livetalk.support.SocketClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database is killed or goes silent while people talk. */
@QuarkusTest
@TestProfile(StorageOutageTest.WithOwnPostgres.class)
class StorageOutageTest {
  /** A database that only this test may kill. */
  public static class WithOwnPostgres implements QuarkusTestProfile {
    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(
          new TestResourceEntry(OwnPostgres.class),
          new TestResourceEntry(KafkaTestResource.class),
          new TestResourceEntry(IdentityTestResource.class));
    }
  }

  @OwnPostgres.Switches Map<String, Runnable> database;
  @Inject MeterRegistry meters;

  private Business shop;
  private SocketClient visitor;
  private SocketClient desk;
  private UUID conversation;

  @BeforeEach
  void open() {
    shop = Business.withAgents(1);
    visitor = shop.visitor();
    desk = shop.desk(shop.agent(0));
    conversation = shop.talk(visitor, desk, shop.agent(0));
  }

  @AfterEach
  void close() {
    database.get("heal").run();
    shop.close();
  }

  @Test
  @Rows(part = "TALK-11")
  void losesNothingThatWasAcknowledged() throws InterruptedException {
    Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    List<Thread> senders = new ArrayList<>();
    for (int sender = 0; sender < 8; sender++) {
      String name = "người " + sender + " tin ";
      SocketClient socket = sender % 2 == 0 ? visitor : desk;
      senders.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int i = 0; i < 60; i++) {
                      acknowledged.put(name + i, insist(socket, name + i));
                    }
                  }));
    }
    Awaitility.await().until(() -> acknowledged.size() > 100);
    database.get("kill").run();
    database.get("start").run();
    for (Thread sender : senders) {
      sender.join();
    }

    Map<String, Long> stored = stored();
    assertThat(stored).hasSize(481);
    assertThat(stored).containsAllEntriesOf(acknowledged);
    assertThat(stored.values())
        .as("dense, in order, each once")
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 481).boxed().toList());
    for (SocketClient socket : List.of(visitor, desk)) {
      assertThat(socket.open()).as("sockets stay").isTrue();
      for (JsonNode frame : socket.seen("message")) {
        JsonNode shown = frame.get("message");
        assertThat(stored)
            .as("nobody saw what is not stored")
            .containsEntry(shown.path("text").asText(), shown.path("sequence").asLong());
      }
    }
  }

  @Test
  void saysSoWhileTheDatabaseIsAwayAndRecoversByItself() {
    database.get("kill").run();
    ObjectNode sent = message(conversation, UUID.randomUUID(), "có ai không");
    long before = System.nanoTime();
    JsonNode refused = visitor.ask(sent);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
    assertThat(refused.get("code").asText()).isEqualTo("storage-unavailable");
    assertThat(refused.get("temporary").asBoolean()).isTrue();
    JsonNode control = visitor.ask(request("close").put("conversationId", conversation.toString()));
    assertThat(control.get("code").asText()).isEqualTo("storage-unavailable");
    assertThat(control.get("temporary").asBoolean()).isTrue();

    database.get("start").run();
    assertThat(insist(visitor, sent)).isEqualTo(2);
    desk.awaitMessage("có ai không");
  }

  @Test
  void boundsAFloodWhileTheDatabaseIsSilent() {
    database.get("stall").run();
    List<ObjectNode> flood =
        IntStream.range(0, 500)
            .mapToObj(i -> message(conversation, UUID.randomUUID(), "lũ " + i))
            .toList();
    Thread sending = Thread.ofVirtual().start(() -> flood.forEach(visitor::send));
    JsonNode first = visitor.answer(flood.getFirst().get("id").asText());
    assertThat(first.path("code").asText()).isEqualTo("storage-unavailable");
    assertThat(meters.get("dakenh.livetalk.message.queue").gauge().value()).isLessThanOrEqualTo(64);
    database.get("heal").run();
    for (ObjectNode sent : flood) {
      visitor.answer(sent.get("id").asText());
    }
    assertThat(sending.isAlive()).isFalse();
    flood.forEach(sent -> insist(visitor, sent));
    assertThat(stored().values())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 501).boxed().toList());
  }

  private long insist(SocketClient socket, String text) {
    return insist(socket, message(conversation, UUID.randomUUID(), text));
  }

  /** Sends again, as clients do, until there is an answer that stands. */
  private static long insist(SocketClient socket, ObjectNode sent) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .until(
            () -> socket.ask(sent.deepCopy().put("id", UUID.randomUUID().toString())),
            answer -> answer.has("sequence"))
        .get("sequence")
        .asLong();
  }

  /** Text to sequence of everything stored, in order. */
  private Map<String, Long> stored() {
    Map<String, Long> stored = new java.util.LinkedHashMap<>();
    boolean more = true;
    long last = 0;
    while (more) {
      int before = visitor.seen("messages").size();
      visitor.ask(resume(conversation, 1, last));
      JsonNode piece = visitor.seen("messages").get(before);
      for (JsonNode one : piece.get("messages")) {
        last = one.get("sequence").asLong();
        stored.put(one.get("text").asText(), last);
      }
      more = piece.get("more").asBoolean();
    }
    return stored;
  }
}
