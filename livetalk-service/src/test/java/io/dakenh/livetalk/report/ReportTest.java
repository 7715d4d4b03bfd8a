package io.dakenh.livetalk.report;

import static io.dakenh.livetalk.support.Api.get;
import static io.dakenh.livetalk.support.Api.refusesStrangers;
import static io.dakenh.livetalk.support.SocketClient.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.ConversationClosed;
import io.dakenh.contracts.livetalk.ConversationOpened;
import io.dakenh.contracts.livetalk.MessageSent;
import io.dakenh.contracts.routing.ConversationAllocated;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SocketClient;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The numbers owners see. */
@QuarkusTest
class ReportTest {
  private static final String DAYS = "from=2026-03-01&to=2026-03-03";

  private Business shop;

  @BeforeEach
  void open() {
    shop = Business.withAgents(2);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private void opened(UUID conversation, String at) {
    shop.events()
        .publish(
            EventCatalog.CONVERSATION_OPENED,
            conversation.toString(),
            shop.id(),
            new ConversationOpened(
                shop.id(),
                conversation,
                "livetalk",
                null,
                UUID.randomUUID(),
                "Khách",
                "",
                Instant.parse(at),
                null,
                null));
  }

  private void joined(UUID conversation, int agent, String at) {
    shop.events()
        .publish(
            EventCatalog.CONVERSATION_ALLOCATED,
            conversation.toString(),
            shop.id(),
            new ConversationAllocated(
                shop.id(),
                conversation,
                UUID.randomUUID(),
                shop.agent(agent).id(),
                shop.departmentId(),
                "offer",
                Instant.parse(at)));
  }

  private void answered(UUID conversation, int agent, String at) {
    shop.events()
        .publish(
            EventCatalog.MESSAGE_SENT,
            conversation.toString(),
            shop.id(),
            new MessageSent(
                shop.id(),
                conversation,
                UUID.randomUUID(),
                2,
                "agent",
                shop.agent(agent).id(),
                Instant.parse(at)));
  }

  private void closed(UUID conversation, String at) {
    shop.events()
        .publish(
            EventCatalog.CONVERSATION_CLOSED,
            conversation.toString(),
            shop.id(),
            new ConversationClosed(shop.id(), conversation, "agent", Instant.parse(at)));
  }

  @Test
  @Rows(part = "TALK-9")
  void countsByDayAgentDepartmentAndChannelByTheClockOfTheBusiness() {
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    UUID third = UUID.randomUUID();
    // 23:30 in Ho Chi Minh City on the 1st, and half an hour later on the 2nd.
    opened(first, "2026-03-01T16:30:00Z");
    joined(first, 0, "2026-03-01T16:30:20Z");
    answered(first, 0, "2026-03-01T16:30:40Z");
    answered(first, 0, "2026-03-01T16:35:00Z");
    closed(first, "2026-03-01T16:40:20Z");
    opened(second, "2026-03-01T17:00:00Z");
    joined(second, 1, "2026-03-01T17:00:10Z");
    answered(second, 1, "2026-03-01T17:02:00Z");
    closed(second, "2026-03-01T17:03:10Z");
    opened(third, "2026-03-02T03:00:00Z");
    String path = "/reports?" + DAYS;

    Awaitility.await()
        .untilAsserted(
            () ->
                get(shop.owner(), path)
                    .statusCode(200)
                    .body("totals.opened", equalTo(3))
                    .body("totals.answered", equalTo(2))
                    .body("totals.closed", equalTo(2)));
    get(shop.owner(), path)
        .body("timeZone", equalTo("Asia/Ho_Chi_Minh"))
        .body("totals.firstResponse.medianSeconds", equalTo(80))
        .body("totals.firstResponse.averageSeconds", equalTo(80))
        .body("totals.handling.medianSeconds", equalTo(390))
        .body("days.key", equalTo(java.util.List.of("2026-03-01", "2026-03-02", "2026-03-03")))
        .body("days.measures.opened", equalTo(java.util.List.of(1, 2, 0)))
        .body(
            "agents.find { it.name == 'Nhân viên 1' }.measures.handling.medianSeconds",
            equalTo(600))
        .body("agents.find { it.key == null }.measures.opened", equalTo(1))
        .body("departments[0].name", equalTo("Bán hàng"))
        .body("departments[0].measures.opened", equalTo(3))
        .body("channels[0].key", equalTo("livetalk"));
    get(shop.owner(), path + "&agentId=" + shop.agent(1).id()).body("totals.opened", equalTo(1));
    get(shop.owner(), path + "&channelKind=zalo").body("totals.opened", equalTo(0));
  }

  @Test
  @Rows(part = "TALK-9")
  void eventsThatOvertakeEachOtherOrComeTwiceChangeNothing() {
    UUID conversation = UUID.randomUUID();
    closed(conversation, "2026-03-02T02:10:00Z");
    answered(conversation, 0, "2026-03-02T02:01:00Z");
    joined(conversation, 0, "2026-03-02T02:00:30Z");
    joined(conversation, 0, "2026-03-02T02:00:30Z");
    opened(conversation, "2026-03-02T02:00:00Z");
    opened(conversation, "2026-03-02T02:00:00Z");

    Awaitility.await()
        .untilAsserted(
            () ->
                get(shop.owner(), "/reports?" + DAYS)
                    .body("totals.opened", equalTo(1))
                    .body("totals.closed", equalTo(1))
                    .body("totals.firstResponse.medianSeconds", equalTo(60))
                    .body("totals.handling.medianSeconds", equalTo(570)));
  }

  @Test
  @Rows(part = {"TALK-5", "TALK-9"})
  void aWholeLifeIsCounted() {
    SocketClient visitor = shop.visitor();
    SocketClient desk = shop.desk(shop.agent(0));
    UUID conversation = shop.talk(visitor, desk, shop.agent(0));
    desk.say(conversation, "Dạ em đây");
    visitor.say(conversation, "Cảm ơn");
    desk.ask(request("close").put("conversationId", conversation.toString()));
    visitor.ask(
        request("rate")
            .put("conversationId", conversation.toString())
            .put("score", 4)
            .put("comment", ""));

    Awaitility.await()
        .untilAsserted(
            () ->
                get(shop.owner(), "/reports")
                    .body("totals.closed", equalTo(1))
                    .body("totals.answered", equalTo(1))
                    .body("totals.visitorMessages", equalTo(2))
                    .body("totals.agentMessages", equalTo(1))
                    .body("totals.rating.average", equalTo(4.0f))
                    .body("totals.rating.counts", equalTo(java.util.List.of(0, 0, 0, 1, 0)))
                    .body("totals.firstResponse", notNullValue()));
  }

  @Test
  @Rows(part = "TALK-9")
  void everyTableIsAFileForSpreadsheets() {
    opened(UUID.randomUUID(), "2026-03-02T02:00:00Z");
    Awaitility.await()
        .untilAsserted(
            () -> get(shop.owner(), "/reports?" + DAYS).body("totals.opened", equalTo(1)));

    String days =
        get(shop.owner(), "/reports/days.csv?" + DAYS)
            .statusCode(200)
            .header("Content-Type", startsWith("text/csv"))
            .header("Content-Disposition", containsString("bao-cao-days-2026-03-01-2026-03-03.csv"))
            .extract()
            .asString();
    assertThat(days).startsWith("\uFEFFday,name,opened");
    assertThat(days.lines()).hasSize(4).anyMatch(line -> line.startsWith("2026-03-02,,1,0,0,"));
    for (String table : new String[] {"agents", "departments", "channels"}) {
      get(shop.owner(), "/reports/" + table + ".csv?" + DAYS).statusCode(200);
    }
    get(shop.owner(), "/reports/nothing.csv").statusCode(404);
    assertThat(ReportCsv.harmless("=1+1")).isEqualTo("'=1+1");
  }

  @Test
  void isForOwnersAndOfTheirOwnBusiness() {
    refusesStrangers(shop, "GET", "/reports");
    refusesStrangers(shop, "GET", "/reports/days.csv");
    get(shop.agent(0), "/reports").statusCode(403).body("code", equalTo("role-required"));
    get(shop.agent(0), "/reports/days.csv").statusCode(403);
    opened(UUID.randomUUID(), "2026-03-02T02:00:00Z");
    Awaitility.await()
        .untilAsserted(
            () -> get(shop.owner(), "/reports?" + DAYS).body("totals.opened", equalTo(1)));
    try (Business other = Business.withAgents(0)) {
      get(other.owner(), "/reports?" + DAYS)
          .body("totals.opened", equalTo(0))
          .body("agents", empty());
    }
  }

  @Test
  void refusesRangesThatAreNone() {
    for (String range :
        new String[] {
          "from=2026-03-05&to=2026-03-01", "from=hôm qua", "from=2024-01-01&to=2026-01-01"
        }) {
      get(shop.owner(), "/reports?" + range)
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/from"));
    }
  }
}
