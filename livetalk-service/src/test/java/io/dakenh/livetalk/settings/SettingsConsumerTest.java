package io.dakenh.livetalk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.contracts.config.CannedMessageChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.event.Topic;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.test.EventProbe;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SocketClient;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What owners published arrives, once and in whatever order, and desks hear of what is theirs. */
@QuarkusTest
class SettingsConsumerTest {
  @Inject PreChat preChat;

  private Business shop;

  @BeforeEach
  void open() {
    shop = Business.withAgents(1);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private static String window(String label) {
    return """
        {"fields": [{"key": "custom-a", "label": "%s", "kind": "text", "shown": true, "required": false},
                    {"key": "phone", "shown": false, "required": true}]}"""
        .formatted(label);
  }

  private List<String> labels() {
    return preChat.questions(shop.id()).stream().map(PreChat.Question::label).toList();
  }

  @Test
  void letsTheNewerVersionWin() {
    SocketClient desk = shop.desk(shop.agent(0));
    shop.publishSection("window", 3, window("ba"));
    shop.publishSection("window", 2, window("hai"));
    shop.publishSection("window", 3, window("giả"));
    shop.publishSection("sounds", 1, "{}");
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(desk.seen("settings-changed"))
                    .extracting(told -> told.get("section").asText())
                    .contains("sounds"));
    // Sections have keys of their own and may come from several partitions.
    Awaitility.await().untilAsserted(() -> assertThat(labels()).containsExactly("ba"));
    shop.publishSection("window", 4, window("bốn"));
    Awaitility.await().untilAsserted(() -> assertThat(labels()).containsExactly("bốn"));
  }

  @Test
  void asksNothingForOthers() {
    shop.publishSection("window", 1, window("một"));
    Awaitility.await().untilAsserted(() -> assertThat(labels()).containsExactly("một"));
    assertThat(preChat.questions(UUID.randomUUID())).isEmpty();
  }

  @Test
  @Rows(part = {"GEN-3", "SND-1"})
  void tellsDesksOfNewSounds() {
    SocketClient desk = shop.desk(shop.agent(0));
    SocketClient visitor = shop.visitor();
    try (Business other = Business.withAgents(1)) {
      SocketClient elsewhere = other.desk(other.agent(0));
      shop.publishSection("sounds", 5, "{}");
      JsonNode told = desk.awaitType("settings-changed");
      assertThat(told.get("section").asText()).isEqualTo("sounds");
      assertThat(told.get("version").asLong()).isEqualTo(5);
      elsewhere.sync();
      visitor.sync();
      assertThat(elsewhere.seen("settings-changed")).isEmpty();
      assertThat(visitor.seen("settings-changed")).isEmpty();
    }
  }

  @Test
  @Rows(part = {"GEN-3", "TPL-1"})
  void tellsDesksOfCannedMessages() {
    SocketClient desk = shop.desk(shop.agent(0));
    UUID id = UUID.randomUUID();
    shop.events()
        .publish(
            EventCatalog.CANNED_MESSAGE_CHANGED,
            id.toString(),
            shop.id(),
            new CannedMessageChanged(shop.id(), id, 2, List.of(), false));
    JsonNode told = desk.awaitType("settings-changed");
    assertThat(told.get("section").asText()).isEqualTo("canned-messages");
  }

  @Test
  void putsTheUnreadableAside() {
    shop.events()
        .publish(
            Topic.CONFIG_SECTION.topicName(),
            "broken",
            EventProbe.headers(
                UUID.randomUUID(), EventCatalog.SECTION_PUBLISHED.name(), "broken", shop.id()),
            "{}{");
    shop.events()
        .await(
            Topic.CONFIG_SECTION.deadLetterName("livetalk-service-settings"),
            event -> event.of(shop.id()));
    shop.publishSection("window", 1, window("sau"));
    Awaitility.await().untilAsserted(() -> assertThat(labels()).containsExactly("sau"));
  }
}
