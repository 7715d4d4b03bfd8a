package io.dakenh.livetalk.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.contracts.config.WidgetPublished;
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

/** What config-service tells, also in the wrong order. */
@QuarkusTest
class DirectoryConsumerTest {
  @Inject Directory directory;

  private Business shop;

  @BeforeEach
  void open() {
    shop = Business.withAgents(2);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void letsTheNewerVersionWin() {
    UUID department = UUID.randomUUID();
    UUID agent = shop.agent(0).id();
    shop.publishDepartment(department, 3, "Mới nhất", List.of(agent));
    shop.publishDepartment(department, 2, "Cũ", List.of());
    shop.publishDepartment(department, 3, "Giả", List.of());
    UUID last = UUID.randomUUID();
    shop.publishDepartment(last, 1, "Sau cùng", List.of(agent));
    Awaitility.await()
        .until(() -> List.of(directory.departmentsOf(shop.id(), agent)).contains(last));
    assertThat(directory.departmentsOf(shop.id(), agent)).contains(department, last);
  }

  @Test
  void putsTheUnreadableAside() {
    shop.events()
        .publish(
            Topic.CONFIG_STAFF.topicName(),
            "broken",
            EventProbe.headers(
                UUID.randomUUID(), EventCatalog.STAFF_CHANGED.name(), "broken", shop.id()),
            "{}{");
    shop.events()
        .await(Topic.CONFIG_STAFF.deadLetterName("livetalk-service"), event -> event.of(shop.id()));
    shop.publishStaff(shop.agent(0), 2, false);
    Awaitility.await()
        .until(
            () ->
                directory
                    .colleague(shop.id(), shop.agent(0).id())
                    .filter(colleague -> !colleague.active())
                    .isPresent());
  }

  @Test
  @Rows(part = "GEN-3")
  void tellsOpenWidgetsOfANewDocument() {
    SocketClient visitor = shop.visitor();
    try (Business other = Business.withAgents(0)) {
      SocketClient elsewhere = other.visitor();
      shop.events()
          .publish(
              EventCatalog.WIDGET_PUBLISHED,
              shop.id().toString(),
              shop.id(),
              new WidgetPublished(shop.id(), shop.widgetKey(), 7, null));
      assertThat(visitor.awaitType("settings-changed").get("version").asLong()).isEqualTo(7);
      elsewhere.sync();
      assertThat(elsewhere.seen("settings-changed")).isEmpty();
    }
  }

  @Test
  void watchersAreTheDepartmentsAgentsAndTheOwners() {
    assertThat(directory.watchers(shop.id(), shop.departmentId()))
        .containsExactlyInAnyOrder(shop.owner().id(), shop.agent(0).id(), shop.agent(1).id());
    assertThat(directory.watchers(shop.id(), null)).containsExactly(shop.owner().id());
  }
}
