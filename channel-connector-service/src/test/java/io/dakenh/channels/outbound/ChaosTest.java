package io.dakenh.channels.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.channels.Linking;
import io.dakenh.channels.Simulators;
import io.dakenh.channels.Suite;
import io.dakenh.channels.Tenants;
import io.dakenh.channels.channel.ChannelService;
import io.dakenh.contracts.channel.ChannelMessageChanged;
import io.dakenh.contracts.channel.ChannelMessageReceived;
import io.dakenh.contracts.rows.Rows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Providers that fail one call in ten, in every way: nothing is lost, doubled or out of order. */
@QuarkusTest
class ChaosTest {
  private static final int CUSTOMERS = 2;
  private static final int MESSAGES = 6;

  @Inject ChannelService channels;

  private final UUID tenantId = UUID.randomUUID();
  private final Suite suite = new Suite(tenantId);

  @AfterEach
  void close() {
    Simulators.mend();
    suite.close();
  }

  @Test
  @Rows(part = {"CHN-7", "CHN-8"})
  void everyMessageArrivesOnceAndInOrder() {
    channels.follow(Tenants.tenant(tenantId, 1, "active"), UUID.randomUUID());
    Simulators.deliverHere();
    String page = Linking.page();
    String oa = Linking.oa();
    Linking.pages(tenantId, page);
    Linking.oa(tenantId, oa);
    for (String send : List.of("POST .*/" + page + "/messages", "POST /zalo/v3.0/oa/message/cs")) {
      Simulators.faultRule("endpoint", send, "chance", 0.03, "status", 429);
      Simulators.faultRule("endpoint", send, "chance", 0.03, "status", 503);
      Simulators.faultRule("endpoint", send, "chance", 0.04, "reset", "after");
    }
    List<String> words = IntStream.range(0, MESSAGES).mapToObj(i -> "tin " + i).toList();
    for (String text : words) {
      for (int customer = 0; customer < CUSTOMERS; customer++) {
        Simulators.act("facebook", page, "710" + customer, "act", "text", "text", text);
        Simulators.act("zalo", oa, "660" + customer, "act", "text", "text", text);
      }
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> suite.allReceived().size() >= 2 * CUSTOMERS * MESSAGES);
    Map<UUID, List<String>> byThread = new LinkedHashMap<>();
    Map<UUID, ChannelMessageReceived> threads = new LinkedHashMap<>();
    for (ChannelMessageReceived message : suite.allReceived()) {
      byThread.computeIfAbsent(message.threadId(), id -> new ArrayList<>()).add(message.text());
      threads.put(message.threadId(), message);
    }
    assertThat(byThread).hasSize(2 * CUSTOMERS);
    assertThat(byThread.values()).allSatisfy(texts -> assertThat(texts).isEqualTo(words));

    List<UUID> sent = new ArrayList<>();
    for (String text : words) {
      for (ChannelMessageReceived thread : threads.values()) {
        sent.add(suite.send(thread, "đáp " + text));
      }
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () ->
                suite.allChanged().stream()
                    .filter(change -> change.change().equals("sent"))
                    .map(ChannelMessageChanged::messageId)
                    .collect(java.util.stream.Collectors.toSet())
                    .containsAll(sent));

    List<String> answers = words.stream().map(text -> "đáp " + text).toList();
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      assertThat(inOrder("facebook", page, "710" + customer)).isEqualTo(answers);
      assertThat(inOrder("zalo", oa, "660" + customer)).isEqualTo(answers);
    }
    assertThat(suite.allReceived()).hasSize(2 * CUSTOMERS * MESSAGES);
    assertThat(suite.allChanged())
        .filteredOn(change -> change.change().equals("sent"))
        .hasSameSizeAs(sent);
  }

  /** What a customer got; one that had to be sent again may be there twice, next to itself. */
  private static List<String> inOrder(String provider, String account, String customer) {
    List<String> distinct = new ArrayList<>();
    for (String text : Simulators.seen(provider, account, customer)) {
      if (distinct.isEmpty() || !distinct.getLast().equals(text)) {
        distinct.add(text);
      }
    }
    return distinct;
  }
}
