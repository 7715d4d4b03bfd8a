package io.dakenh.livetalk.conversation;

import static io.dakenh.livetalk.support.SocketClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.livetalk.delivery.Fanout;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.party.PartyKind;
import io.dakenh.livetalk.store.Database;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SocketClient;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever writes is told when it has reached the other side, and only then. */
@QuarkusTest
class DeliveredMarksTest {
  @Inject Database database;
  @Inject Fanout fanout;

  private Business shop;
  private String visitorToken;
  private SocketClient visitor;
  private SocketClient desk;
  private UUID conversation;

  @BeforeEach
  void open() {
    shop = Business.withAgents(2);
    visitorToken = shop.visitorToken();
    visitor = shop.visitor(visitorToken);
    desk = shop.desk(shop.agent(0));
    conversation = shop.talk(visitor, desk, shop.agent(0));
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  @Rows(part = "TALK-11")
  void theOtherSideIsToldAndItSurvivesEverySocket() {
    desk.say(conversation, "Dạ còn ạ");
    has(visitor, 50);

    JsonNode told = desk.awaitType("delivered");
    assertThat(told.path("conversationId").asText()).isEqualTo(conversation.toString());
    assertThat(told.path("participant").path("kind").asText()).isEqualTo("visitor");
    assertThat(told.path("sequence").asLong()).as("never beyond the last message").isEqualTo(2);
    visitor.say(conversation, "Vậy em lấy hai");
    has(desk, 3);
    assertThat(visitor.await(delivered(3)).path("participant").path("id").asText())
        .isEqualTo(shop.agent(0).id().toString());
    assertThat(visitor.seen("delivered")).as("nobody is told what they told").hasSize(1);

    JsonNode agents = shop.desk(shop.agent(0)).ready().path("conversations").path(0);
    assertThat(agents.path("otherDeliveredSequence").asLong())
        .as("who writes has what was written before")
        .isEqualTo(3);
    assertThat(agents.path("otherReadSequence").asLong()).isEqualTo(3);
    assertThat(agents.path("deliveredSequence").asLong()).isEqualTo(3);
    JsonNode visitors = shop.visitor(visitorToken).ready().path("conversations").path(0);
    assertThat(visitors.path("otherDeliveredSequence").asLong()).isEqualTo(3);
    assertThat(visitors.path("otherReadSequence").asLong())
        .as("what has arrived is not read yet")
        .isEqualTo(2);
  }

  @Test
  @Rows(part = "TALK-11")
  void aMarkNeverGoesBackAndWhatIsReadHasArrived() {
    LongStream.rangeClosed(2, 5).forEach(sequence -> desk.say(conversation, "Tin " + sequence));
    has(visitor, 4);
    desk.await(delivered(4));
    has(visitor, 2);
    visitor.send(mark("read", 5));
    desk.await(frame -> frame.path("type").asText().equals("read"));
    has(visitor, 5);
    // What is told later of another conversation is told after it.
    SocketClient other = shop.visitor();
    UUID another = shop.talk(other, desk, shop.agent(0));
    desk.say(another, "Dạ");
    other.send(frame("delivered").put("conversationId", another.toString()).put("sequence", 2));
    desk.await(
        frame ->
            delivered(2).test(frame)
                && frame.path("conversationId").asText().equals(another.toString()));

    assertThat(desk.seen("delivered")).hasSize(2);
    JsonNode summary = summary(shop.desk(shop.agent(0)));
    assertThat(summary.path("otherDeliveredSequence").asLong()).isEqualTo(5);
    assertThat(stored("visitor_delivered_sequence")).as("no write for what is known").isEqualTo(4);
  }

  @Test
  @Rows(part = "TEN-3")
  void nobodyElseMovesIt() {
    desk.say(conversation, "Dạ còn ạ");
    SocketClient colleague = shop.desk(shop.agent(1));
    SocketClient owner = shop.desk(shop.owner());
    SocketClient stranger = shop.visitor();
    try (Business other = Business.withAgents(1)) {
      SocketClient foreign = other.desk(other.agent(0));
      for (SocketClient nobody : List.of(colleague, owner, stranger, foreign)) {
        has(nobody, 2);
        nobody.sync();
      }
    }
    // Told last, and to the same writer: the others were looked at by then.
    has(visitor, 2);
    desk.await(delivered(2));

    assertThat(desk.seen("delivered")).hasSize(1);
    assertThat(stored("agents_delivered_sequence")).isZero();
    for (SocketClient nobody : List.of(colleague, owner, stranger)) {
      assertThat(nobody.seen("delivered")).isEmpty();
    }
  }

  @Test
  @Rows(part = "WIN-11")
  void visitorsAreToldOfWhoStandsForAllAgents() {
    shop.publishSection(
        "window", 1, "{\"representative\": true, \"startMode\": \"none\", \"fields\": []}");
    Awaitility.await("the section is known")
        .until(
            () ->
                shop.visitor(visitorToken)
                    .ready()
                    .path("conversations")
                    .path(0)
                    .path("agents")
                    .path(0)
                    .path("id")
                    .asText()
                    .equals(shop.departmentId().toString()));
    visitor.say(conversation, "Có ai không?");
    has(desk, 2);

    assertThat(visitor.await(delivered(2)).path("participant").path("id").asText())
        .isEqualTo(shop.departmentId().toString());
  }

  @Test
  void whatIsToldManyTimesIsStoredAndToldOnAFewTimes() {
    LongStream.rangeClosed(2, 60).forEach(sequence -> desk.say(conversation, "Tin " + sequence));
    LongStream.rangeClosed(2, 60).forEach(sequence -> has(visitor, sequence));

    desk.await(delivered(60));
    assertThat(desk.seen("delivered")).hasSizeLessThan(15);
  }

  @Test
  @Rows(part = "TALK-11")
  void replicasAgreeWhileMessagesAreWritten() throws InterruptedException {
    DeliveredMarks there = new DeliveredMarks(database, fanout);
    there.start(new StartupEvent());
    Party agent = party(PartyKind.AGENT, shop.agent(0).id());
    Party guest =
        party(PartyKind.VISITOR, UUID.fromString(visitor.ready().path("me").path("id").asText()));
    for (long sequence = 2; sequence <= 60; sequence++) {
      (sequence % 2 == 0 ? desk : visitor).say(conversation, "Tin " + sequence);
      there.delivered(agent, conversation, sequence);
      there.delivered(guest, conversation, 61 - sequence);
      has(sequence % 2 == 0 ? visitor : desk, sequence);
    }
    there.stop(new ShutdownEvent());
    desk.say(conversation, "Tin cuối");
    has(visitor, 61);
    desk.await(delivered(61));

    assertThat(stored("visitor_delivered_sequence")).isEqualTo(61);
    JsonNode summary = shop.visitor(visitorToken).ready().path("conversations").path(0);
    assertThat(summary.path("otherDeliveredSequence").asLong()).isEqualTo(61);
  }

  private Party party(PartyKind kind, UUID id) {
    return new Party(kind, shop.id(), id, "", null, false);
  }

  private void has(SocketClient socket, long sequence) {
    socket.send(mark("delivered", sequence));
  }

  private JsonNode mark(String type, long sequence) {
    return frame(type).put("conversationId", conversation.toString()).put("sequence", sequence);
  }

  private static Predicate<JsonNode> delivered(long sequence) {
    return frame ->
        frame.path("type").asText().equals("delivered")
            && frame.path("sequence").asLong() == sequence;
  }

  private JsonNode summary(SocketClient socket) {
    for (JsonNode one : socket.ready().path("conversations")) {
      if (one.path("id").asText().equals(conversation.toString())) {
        return one;
      }
    }
    throw new AssertionError("not among one's own");
  }

  private long stored(String column) {
    return database
        .first(
            "select " + column + " from conversation where tenant_id = ? and id = ?",
            row -> row.getLong(1),
            shop.id(),
            conversation)
        .orElseThrow();
  }
}
