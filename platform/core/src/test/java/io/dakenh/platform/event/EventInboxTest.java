package io.dakenh.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.contracts.event.EventType;
import io.dakenh.contracts.event.Topic;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.tenancy.Tenancy;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/**
 * The rules of receiving, against a store that rolls back like a database does. The wiring is
 * proven in the services.
 */
class EventInboxTest {
  private static final UUID TENANT = new UUID(7, 7);
  private static final EventType<Ordered> ORDERED =
      new EventType<>("io.dakenh.test.ordered.v1", Topic.LIVETALK_MESSAGE, Ordered.class);

  private final RollingBackStore store = new RollingBackStore();
  private final List<ProducerRecord<String, byte[]>> buried = new ArrayList<>();
  private final DeadLetters deadLetters = new DeadLetters(buried::add, new SimpleMeterRegistry());
  private final EventInbox inbox =
      new EventInbox("routing", store, deadLetters, new CountDownLatch(1));

  record Ordered(int number) {}

  @Test
  void appliesABatchInOrderAndEachEventOnce() {
    UUID twice = UUID.randomUUID();
    inbox.on(ORDERED, event -> store.effects.add(event.payload().number()));

    inbox.receive(batch(message(UUID.randomUUID(), 1), message(twice, 2), message(twice, 2)));
    inbox.receive(batch(message(twice, 2), message(UUID.randomUUID(), 3)));

    assertThat(store.effects).containsExactly(1, 2, 3);
    assertThat(buried).isEmpty();
  }

  @Test
  void handsOverABatchTogetherAndFindsTheOneAtFault() {
    List<Integer> calls = new ArrayList<>();
    inbox.onAll(
        ORDERED,
        events -> {
          calls.add(events.size());
          events.forEach(event -> store.effects.add(event.payload().number()));
          if (events.stream().anyMatch(event -> event.payload().number() == 2)) {
            throw ProblemException.rule("number-unknown", "no such number");
          }
        });
    UUID twice = UUID.randomUUID();

    inbox.receive(batch(message(twice, 3), message(twice, 3), message(UUID.randomUUID(), 4)));
    inbox.receive(batch(message(UUID.randomUUID(), 1), message(UUID.randomUUID(), 2)));

    assertThat(calls).containsExactly(2, 2, 1, 1);
    assertThat(store.effects).containsExactly(3, 4, 1);
    assertThat(buried).hasSize(1);
  }

  @Test
  void keepsNoIdsForAHandlerThatMayRepeat() {
    inbox.onAllRepeatable(
        ORDERED, events -> events.forEach(event -> store.effects.add(event.payload().number())));
    UUID twice = UUID.randomUUID();

    inbox.receive(batch(message(twice, 1), message(twice, 1)));
    inbox.receive(batch(message(twice, 1)));

    assertThat(store.effects).containsExactly(1, 1);
    assertThat(store.known).isEmpty();
  }

  @Test
  void bindsTheTenantOfTheEvent() {
    List<UUID> seen = new ArrayList<>();
    inbox.on(ORDERED, event -> seen.add(Tenancy.bound().orElseThrow()));

    inbox.receive(batch(message(UUID.randomUUID(), 1)));

    assertThat(seen).containsExactly(TENANT);
  }

  @Test
  void buriesPoisonWithTheReasonAndGoesOn() {
    inbox.on(
        ORDERED,
        event -> {
          if (event.payload().number() == 2) {
            throw ProblemException.rule("department-unknown", "no such department");
          }
          store.effects.add(event.payload().number());
        });

    inbox.receive(
        batch(
            message(UUID.randomUUID(), 1),
            message(UUID.randomUUID(), 2),
            message(UUID.randomUUID(), 3)));

    assertThat(store.effects).containsExactly(1, 3);
    assertThat(buried).hasSize(1);
    assertThat(buried.getFirst().topic()).isEqualTo("routing.livetalk.message.v1.dlq");
    assertThat(EventHeaders.read(buried.getFirst().headers(), "problem-code"))
        .isEqualTo("department-unknown");
  }

  @Test
  void buriesWhatCannotBeRead() {
    inbox.on(ORDERED, event -> store.effects.add(event.payload().number()));
    ConsumerRecord<String, byte[]> broken = message(UUID.randomUUID(), 1);
    ConsumerRecord<String, byte[]> noTenant = message(UUID.randomUUID(), 2);
    noTenant.headers().remove(EventHeaders.TENANT_ID);

    inbox.receive(batch(withValue(broken, "{\"number\":"), noTenant));

    assertThat(store.effects).isEmpty();
    assertThat(buried)
        .extracting(letter -> EventHeaders.read(letter.headers(), "problem-code"))
        .containsExactly("event-unreadable", "event-unreadable");
  }

  @Test
  void bringsNothingBackOfAnErasedBusiness() {
    EventType<Ordered> repeated =
        new EventType<>("io.dakenh.test.repeated.v1", Topic.LIVETALK_MESSAGE, Ordered.class);
    EventType<Ordered> last =
        new EventType<>("io.dakenh.test.last.v1", Topic.LIVETALK_MESSAGE, Ordered.class);
    inbox
        .on(ORDERED, event -> store.effects.add(event.payload().number()))
        .onAllRepeatable(
            repeated,
            events -> events.forEach(event -> store.effects.add(event.payload().number())))
        .onEvenErased(last, event -> store.effects.add(event.payload().number()));
    store.erased.add(TENANT);
    UUID twice = UUID.randomUUID();

    inbox.receive(
        batch(
            message(UUID.randomUUID(), 1),
            of(repeated, message(UUID.randomUUID(), 2)),
            of(last, message(twice, 3))));
    inbox.receive(batch(of(last, message(twice, 4))));

    assertThat(store.effects).containsExactly(3, 4);
    assertThat(buried).isEmpty();
  }

  @Test
  void leavesWhatACompactedTopicForgetsToTheBroker() {
    inbox.on(ORDERED, event -> store.effects.add(event.payload().number()));

    inbox.receive(
        batch(
            new ConsumerRecord<>("livetalk.message.v1", 0, 0, "key", null),
            message(UUID.randomUUID(), 1)));

    assertThat(store.effects).containsExactly(1);
    assertThat(buried).isEmpty();
  }

  private static ConsumerRecord<String, byte[]> of(
      EventType<Ordered> type, ConsumerRecord<String, byte[]> message) {
    message.headers().remove(EventHeaders.TYPE);
    EventHeaders.write(message.headers(), EventHeaders.TYPE, type.name());
    return message;
  }

  @Test
  void passesOverTypesNobodyAskedFor() {
    ConsumerRecord<String, byte[]> ofTomorrow = message(UUID.randomUUID(), 1);
    ofTomorrow.headers().remove(EventHeaders.TYPE);
    EventHeaders.write(ofTomorrow.headers(), EventHeaders.TYPE, "io.dakenh.test.ordered.v2");

    inbox.receive(batch(ofTomorrow));

    assertThat(buried).isEmpty();
  }

  @Test
  void triesAgainWhenTheStoreIsAwayForAWhile() {
    AtomicInteger attempts = new AtomicInteger();
    inbox.on(
        ORDERED,
        event -> {
          if (attempts.incrementAndGet() < 3) {
            throw new StoreAwayException();
          }
          store.effects.add(event.payload().number());
        });

    inbox.receive(batch(message(UUID.randomUUID(), 1)));

    assertThat(store.effects).containsExactly(1);
    assertThat(buried).isEmpty();
  }

  private static ConsumerRecord<String, byte[]> message(UUID id, int number) {
    ConsumerRecord<String, byte[]> message =
        new ConsumerRecord<>(
            "livetalk.message.v1",
            0,
            number,
            "key",
            ("{\"number\":" + number + ",\"later\":true}").getBytes(StandardCharsets.UTF_8));
    EventHeaders.write(message.headers(), EventHeaders.ID, id.toString());
    EventHeaders.write(message.headers(), EventHeaders.TYPE, ORDERED.name());
    EventHeaders.write(message.headers(), EventHeaders.TENANT_ID, TENANT.toString());
    EventHeaders.write(message.headers(), EventHeaders.TIME, "2026-11-23T02:30:00Z");
    return message;
  }

  private static ConsumerRecord<String, byte[]> withValue(
      ConsumerRecord<String, byte[]> message, String value) {
    ConsumerRecord<String, byte[]> copy =
        new ConsumerRecord<>(
            message.topic(),
            message.partition(),
            message.offset(),
            message.key(),
            value.getBytes(StandardCharsets.UTF_8));
    message.headers().forEach(copy.headers()::add);
    return copy;
  }

  @SafeVarargs
  private static ConsumerRecords<String, byte[]> batch(ConsumerRecord<String, byte[]>... messages) {
    return new ConsumerRecords<>(
        Map.of(new TopicPartition("livetalk.message.v1", 0), List.of(messages)), Map.of());
  }

  private static final class StoreAwayException extends RuntimeException {}

  private static final class RollingBackStore implements InboxTransaction {
    private final Set<UUID> known = new HashSet<>();
    private final List<Integer> effects = new ArrayList<>();
    private final Set<UUID> erased = new HashSet<>();

    @Override
    public void apply(String consumer, Map<UUID, UUID> events, Consumer<Set<UUID>> work) {
      Set<UUID> fresh = new HashSet<>(events.keySet());
      fresh.removeAll(known);
      fresh.removeIf(id -> erased.contains(events.get(id)));
      List<Integer> before = List.copyOf(effects);
      try {
        work.accept(fresh);
        known.addAll(fresh);
      } catch (RuntimeException failed) {
        effects.clear();
        effects.addAll(before);
        throw failed;
      }
    }

    @Override
    public Set<UUID> erased(Set<UUID> tenantIds) {
      Set<UUID> gone = new HashSet<>(tenantIds);
      gone.retainAll(erased);
      return gone;
    }

    @Override
    public boolean isTransient(Throwable failure) {
      return failure instanceof StoreAwayException;
    }
  }
}
