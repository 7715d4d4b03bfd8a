package io.dakenh.livetalk.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.contracts.rows.Rows;
import io.dakenh.livetalk.delivery.CatchUp;
import io.dakenh.livetalk.store.Database;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SocketClient;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After something may have been missed, open sockets are told how everything stands. */
@QuarkusTest
class SocketCatchUpTest {
  @Inject CatchUp catchUp;
  @Inject Database database;

  private Business shop;

  @BeforeEach
  void open() {
    shop = Business.withAgents(1);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  @Rows(part = "TALK-11")
  void saysReadyAgainWithWhatHappenedMeanwhile() {
    SocketClient visitor = shop.visitor();
    SocketClient desk = shop.desk(shop.agent(0));
    UUID conversation = shop.talk(visitor, desk, shop.agent(0));
    assertThat(visitor.ready().path("conversations")).isEmpty();

    catchUp.of(Set.of(shop.id()));

    visitor.await(frame -> lists(frame, conversation));
    desk.await(frame -> lists(frame, conversation));
    assertThat(visitor.seen("ready")).hasSize(2);
    visitor.say(conversation, "Vẫn nói được");
    desk.awaitMessage("Vẫn nói được");
  }

  @Test
  void leavesOtherBusinessesAlone() {
    SocketClient visitor = shop.visitor();
    try (Business other = Business.withAgents(1)) {
      SocketClient asked = other.visitor();
      catchUp.of(Set.of(other.id()));
      asked.await(frame -> asked.seen("ready").size() == 2);
      visitor.sync();
      assertThat(visitor.seen("ready")).hasSize(1);
    }
  }

  @Test
  void endsTheSocketOfAnAgentWhoWasDismissedUnheard() {
    SocketClient desk = shop.desk(shop.agent(0));
    database.update(
        "update staff set active = false where tenant_id = ? and id = ?",
        shop.id(),
        shop.agent(0).id());
    catchUp.ofAll();
    assertThat(desk.closeCode()).isEqualTo(4501);
  }

  private static boolean lists(com.fasterxml.jackson.databind.JsonNode frame, UUID conversation) {
    return frame.path("type").asText().equals("ready")
        && frame.path("conversations").findValuesAsText("id").contains(conversation.toString());
  }
}
