package io.dakenh.livetalk.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.party.PartyKind;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SocketClient;
import io.dakenh.platform.relational.outbox.OutboxRelay;
import io.dakenh.platform.relational.timer.Alarm;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The writers of two replicas at work on the same conversation. */
@QuarkusTest
class TwoWritersTest {
  private static final int MESSAGES = 200;

  @Inject MessageWriter here;
  @Inject AgroalDataSource pool;
  @Inject OutboxRelay relay;
  @Inject Alarm alarm;
  @Inject RequestBell requests;
  @Inject MessageDelivery delivery;
  @Inject Clock clock;
  @Inject LivetalkConfig config;

  private Business shop;
  private MessageWriter there;
  private Party visitor;
  private UUID conversation;

  @BeforeEach
  void open() {
    there =
        new MessageWriter(
            pool, relay, alarm, requests, delivery, clock, config, new SimpleMeterRegistry());
    there.start(new StartupEvent());
    shop = Business.withAgents(1);
    SocketClient socket = shop.visitor();
    conversation = socket.open("Chào shop");
    UUID id = UUID.fromString(socket.ready().path("me").path("id").asText());
    visitor = new Party(PartyKind.VISITOR, shop.id(), id, "Khách", null, false);
  }

  @AfterEach
  void close() throws InterruptedException {
    there.stop(new ShutdownEvent());
    shop.close();
  }

  private CompletableFuture<SendOutcome> store(MessageWriter writer, UUID clientMessageId) {
    CompletableFuture<SendOutcome> outcome = new CompletableFuture<>();
    writer.submit(
        new NewMessage(
            visitor,
            conversation,
            clientMessageId,
            "như nhau",
            NewMessage.Additions.NONE,
            null,
            outcome::complete));
    return outcome;
  }

  private static List<Long> sequences(List<CompletableFuture<SendOutcome>> outcomes)
      throws Exception {
    List<Long> sequences = new ArrayList<>();
    for (CompletableFuture<SendOutcome> outcome : outcomes) {
      sequences.add(((SendOutcome.Stored) outcome.get(10, TimeUnit.SECONDS)).sequence());
    }
    return sequences;
  }

  @Test
  @Rows(part = "TALK-11")
  void numberWithoutGapsAndWithoutRepeats() throws Exception {
    List<CompletableFuture<SendOutcome>> outcomes = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      outcomes.add(store(i % 2 == 0 ? here : there, UUID.randomUUID()));
    }
    assertThat(sequences(outcomes))
        .containsExactlyInAnyOrderElementsOf(
            LongStream.rangeClosed(2, MESSAGES + 1).boxed().toList());
  }

  @Test
  @Rows(part = "TALK-11")
  void storeOnceWhatIsToldToBothAtOnce() throws Exception {
    for (int i = 0; i < 30; i++) {
      UUID clientMessageId = UUID.randomUUID();
      List<Long> same =
          sequences(List.of(store(here, clientMessageId), store(there, clientMessageId)));
      assertThat(same).containsOnly(i + 2L);
    }
  }
}
