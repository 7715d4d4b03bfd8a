package io.dakenh.livetalk.sequence;

import static io.dakenh.livetalk.sequence.Timeline.OFF;
import static io.dakenh.livetalk.sequence.Timeline.sequence;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.message.MessageWriter;
import io.dakenh.livetalk.message.NewMessage;
import io.dakenh.livetalk.message.SendOutcome;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.party.PartyKind;
import io.dakenh.livetalk.presence.DepartmentPresence;
import io.dakenh.livetalk.store.Database;
import io.dakenh.livetalk.store.FailingDatabase;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SocketClient;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.relational.timer.Alarm;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Crashes at every statement, two replicas on one database, answers at the very moment. */
@QuarkusTest
class SequenceRecoveryTest {
  private static final String[] THREE = {"một", "hai", "ba"};

  @Inject AgroalDataSource pool;
  @Inject TransactionSynchronizationRegistry transactions;
  @Inject Database database;
  @Inject SequenceTimer running;
  @Inject DepartmentPresence presence;
  @Inject SequenceSender sender;
  @Inject SequenceMeters meters;
  @Inject MessageWriter writer;
  @Inject LivetalkConfig config;
  @Inject ObjectMapper json;

  private Business shop;
  private SocketClient visitor;
  private Timeline time;

  @BeforeEach
  void open() {
    shop = Business.withAgents(1);
    visitor = shop.visitor();
    time = new Timeline(database, shop);
    time.publish(sequence(0, 1, THREE), OFF, OFF);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private SequenceTimer on(Database other) {
    WatchStore watches = new WatchStore(other);
    SequencePlans plans = new SequencePlans(other, json);
    return new SequenceTimer(
        new NoteRunner(other, plans),
        new Reviews(other, watches, plans, presence, sender, meters),
        watches,
        new Alarm(transactions),
        config);
  }

  @Test
  @Rows(part = "SEQ-3")
  void aCrashAtAnyStatementLosesNothingAndRepeatsNothing() throws InterruptedException {
    FailingDatabase failing = new FailingDatabase(pool);
    SequenceTimer dying = on(failing.database(transactions));
    running.stop();
    try {
      boolean died = true;
      int crashes = 0;
      for (int statement = 1; died; statement++) {
        for (boolean before : List.of(true, false)) {
          UUID conversation = visitor.open("Lần " + statement);
          failing.failAt(statement, before);
          playUntilItDies(dying, conversation);
          died = failing.heal();
          crashes += died ? 1 : 0;
          playThrough(dying, conversation);
          assertThat(time.said(conversation))
              .as("statement %d, %s it", statement, before ? "before" : "after")
              .containsExactly(THREE);
        }
      }
      assertThat(crashes).as("places to die at").isGreaterThan(40);
    } finally {
      running.start();
    }
  }

  private void playUntilItDies(SequenceTimer timer, UUID conversation) {
    try {
      playThrough(timer, conversation);
    } catch (ProblemException died) {
      assertThat(died.code()).isEqualTo("storage-unavailable");
    }
  }

  private void playThrough(SequenceTimer timer, UUID conversation) {
    work(timer);
    for (int gap = 0; gap < THREE.length; gap++) {
      time.age(Duration.ofSeconds(2));
      work(timer);
    }
    assertThat(time.due(conversation, "start_due")).isEmpty();
  }

  private static void work(SequenceTimer timer) {
    boolean busy = true;
    while (busy) {
      busy = timer.doSome();
    }
  }

  @Test
  @Rows(part = "SEQ-3")
  void twoReplicasSendEachContentOnceAndInOrder() throws InterruptedException {
    SequenceTimer second = on(database);
    second.start();
    List<UUID> conversations = new ArrayList<>();
    try {
      for (int i = 0; i < 200; i++) {
        conversations.add(visitor.open("Chào " + i));
      }
      visitor.await(frame -> count() == 600);
      time.settle();
    } finally {
      second.stop();
    }
    for (UUID conversation : conversations) {
      assertThat(time.said(conversation)).containsExactly(THREE);
    }
    assertThat(
            time.count(
                """
                select count(*) from (
                  select sent_at - lag(sent_at) over (partition by conversation_id order by sequence) as gap
                  from message where tenant_id = ? and author_kind = 'system') as gaps
                where gap < interval '999 milliseconds'""",
                shop.id()))
        .as("never early")
        .isZero();
  }

  private long count() {
    return visitor
        .seen(frame -> frame.path("message").path("author").path("kind").asText().equals("system"))
        .stream()
        .map(frame -> frame.path("message").path("id").asText())
        .distinct()
        .count();
  }

  @Test
  @Rows(part = "SEQ-3")
  void doesAfterARestartWhatFellDueMeanwhile() throws InterruptedException {
    time.publish(sequence(20, 1, THREE), OFF, OFF);
    List<UUID> conversations = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      conversations.add(visitor.open("Chào " + i));
    }
    time.settle();
    running.stop();
    time.age(Duration.ofHours(1));
    running.start();
    time.settle();
    for (UUID conversation : conversations) {
      assertThat(time.said(conversation))
          .as("one now, the others with their gap")
          .startsWith("một");
      assertThat(time.said(conversation)).hasSizeLessThan(THREE.length);
    }
    visitor.await(frame -> count() == 60);
  }

  @Test
  @Rows(part = {"SEQ-2", "SEQ-3"})
  void nothingIsSaidAfterAnAnswerEvenInTheSameCommit() {
    time.publish(OFF, sequence(60, 1, "Chờ chút nhé"), OFF);
    SocketClient desk = shop.desk(shop.agent(0));
    UUID conversation = shop.talk(visitor, desk, shop.agent(0));
    Party business = new Party(PartyKind.SYSTEM, shop.id(), shop.id(), shop.name(), null, false);
    Party agent =
        new Party(PartyKind.AGENT, shop.id(), shop.agent(0).id(), "Nhân viên 1", null, false);

    assertThat(outcome(automatic(business, conversation, "đang chờ", 0)))
        .isInstanceOf(SendOutcome.Stored.class);
    List<CompletableFuture<SendOutcome>> together = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      CompletableFuture<SendOutcome> reply = new CompletableFuture<>();
      writer.submit(
          new NewMessage(
              agent, conversation, UUID.randomUUID(), "đáp " + i, null, reply::complete));
      together.add(reply);
      together.add(automatic(business, conversation, "thừa " + i, 0));
    }

    for (int i = 0; i < together.size(); i += 2) {
      assertThat(together.get(i).join()).isInstanceOf(SendOutcome.Stored.class);
      assertThat(together.get(i + 1).join())
          .isInstanceOfSatisfying(
              SendOutcome.Refused.class,
              refused -> assertThat(refused.code()).isEqualTo("conversation-answered"));
    }
    long answered =
        time.count("select answered_sequence from conversation where id = ?", conversation);
    visitor.say(conversation, "Cảm ơn");
    assertThat(outcome(automatic(business, conversation, "lại chờ", answered)))
        .isInstanceOf(SendOutcome.Stored.class);
  }

  private CompletableFuture<SendOutcome> automatic(
      Party business, UUID conversation, String text, long streak) {
    CompletableFuture<SendOutcome> answer = new CompletableFuture<>();
    writer.submit(
        NewMessage.automatic(
            business, conversation, UUID.randomUUID(), text, streak, answer::complete));
    return answer;
  }

  private static SendOutcome outcome(CompletableFuture<SendOutcome> answer) {
    return answer.join();
  }
}
