package io.dakenh.channels.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.dakenh.channels.Linking;
import io.dakenh.channels.Simulators;
import io.dakenh.channels.Suite;
import io.dakenh.channels.Tenants;
import io.dakenh.channels.channel.ChannelService;
import io.dakenh.contracts.channel.ChannelMessageChanged;
import io.dakenh.contracts.channel.ChannelMessageReceived;
import io.dakenh.contracts.channel.ChannelThreadChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.ChannelMessageRequested;
import io.dakenh.contracts.rows.Rows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What agents write reaches customers: in order, by the rules, and never twice. */
@QuarkusTest
class OutboundTest {
  private static final String PSID = "7100000000000088";
  private static final String ZALO_USER = "6600000000000000088";

  @Inject ChannelService channels;
  @Inject AgroalDataSource database;

  private final UUID tenantId = UUID.randomUUID();
  private final Suite suite = new Suite(tenantId);

  @BeforeEach
  void tenant() {
    channels.follow(Tenants.tenant(tenantId, 1, "active"), UUID.randomUUID());
    Simulators.deliverHere();
  }

  @AfterEach
  void close() {
    Simulators.mend();
    suite.close();
  }

  private ChannelMessageReceived facebook(String page) {
    Linking.pages(tenantId, page);
    Simulators.act("facebook", page, PSID, "act", "text", "text", "xin hỏi");
    return suite.received("xin hỏi");
  }

  private ChannelMessageReceived zalo(String oa) {
    Linking.oa(tenantId, oa);
    Simulators.act("zalo", oa, ZALO_USER, "act", "text", "text", "xin hỏi");
    return suite.received("xin hỏi");
  }

  @Test
  @Rows(part = "CHN-8")
  void sendsInOrderAndMarksComeBack() {
    String page = Linking.page();
    ChannelMessageReceived asked = facebook(page);

    UUID first = suite.send(asked, "một");
    suite.send(asked, "hai");
    UUID third = suite.send(asked, "ba");

    assertThat(suite.outcome(third, 1).change()).isEqualTo("sent");
    assertThat(suite.changed(third, "delivered").by()).isEqualTo("customer");
    Simulators.act("facebook", page, PSID, "act", "read");
    assertThat(suite.changed(first, "read").messageId()).isEqualTo(first);
    assertThat(suite.changed(third, "read").messageId()).isEqualTo(third);
    assertThat(Simulators.seen("facebook", page, PSID)).containsExactly("một", "hai", "ba");
    assertThat(suite.allReceived()).hasSize(1);
  }

  @Test
  @Rows(part = "CHN-8")
  void sendsThroughAnOfficialAccount() {
    String oa = Linking.oa();
    ChannelMessageReceived asked = zalo(oa);

    UUID id = suite.send(asked, "Dạ còn ạ");

    assertThat(suite.outcome(id, 1).change()).isEqualTo("sent");
    suite.changed(id, "delivered");
    Simulators.act("zalo", oa, ZALO_USER, "act", "read");
    suite.changed(id, "read");
    assertThat(Simulators.seen("zalo", oa, ZALO_USER)).containsExactly("Dạ còn ạ");
    assertThat(suite.allReceived()).hasSize(1);
  }

  @Test
  void theSameRequestTwiceIsSentOnce() {
    String page = Linking.page();
    ChannelMessageReceived asked = facebook(page);
    UUID id = UUID.randomUUID();
    for (int i = 0; i < 2; i++) {
      suite.send(asked, id, 1, "agent", "chat", "một lần", List.of(), false);
    }
    suite.outcome(suite.send(asked, "sau"), 1);

    assertThat(Simulators.seen("facebook", page, PSID)).containsExactly("một lần", "sau");
  }

  @Test
  void aDeadTokenAsksForANewLoginAndARelinkRevives() {
    String page = Linking.page();
    ChannelMessageReceived asked = facebook(page);
    Simulators.act("facebook", page, PSID, "act", "kill-token", "subcode", 463);
    UUID id = suite.send(asked, "không tới");

    ChannelMessageChanged failed = suite.outcome(id, 1);
    assertThat(failed.failureCode()).isEqualTo("reconnect-required");
    assertThat(failed.retryable()).isTrue();
    suite
        .probe()
        .await(
            EventCatalog.CHANNEL_CHANGED,
            tenantId,
            event -> event.state().equals("reconnect-required"));
    Linking.pages(tenantId, page);
    suite.send(asked, id, 2, "agent", "chat", "tới rồi", List.of(), false);
    assertThat(suite.outcome(id, 2).change()).isEqualTo("sent");
  }

  @Test
  void aLimitDelaysAndThenDeliversOnce() {
    String page = Linking.page();
    ChannelMessageReceived asked = facebook(page);
    Simulators.faultRule("endpoint", "POST .*/" + page + "/messages", "times", 1, "error", 613);

    UUID id = suite.send(asked, "chậm mà chắc");

    assertThat(suite.outcome(id, 1).change()).isEqualTo("sent");
    assertThat(Simulators.seen("facebook", page, PSID)).containsExactly("chậm mà chắc");
  }

  @Test
  void aLostAnswerIsFoundByItsEchoAndNotSentTwice() {
    String page = Linking.page();
    ChannelMessageReceived asked = facebook(page);
    Simulators.faultRule("endpoint", "POST .*/" + page + "/messages", "times", 1, "reset", "after");

    UUID id = suite.send(asked, "chỉ một lần");

    assertThat(suite.outcome(id, 1).change()).isEqualTo("sent");
    suite.outcome(suite.send(asked, "tiếp"), 1);
    assertThat(Simulators.seen("facebook", page, PSID)).containsExactly("chỉ một lần", "tiếp");
    assertThat(suite.allReceived()).hasSize(1);
  }

  @Test
  void zalosLostAnswerIsFoundByItsWords() {
    String oa = Linking.oa();
    ChannelMessageReceived asked = zalo(oa);
    Simulators.faultRule("endpoint", "POST /zalo/v3.0/oa/message/cs", "times", 1, "reset", "after");

    UUID id = suite.send(asked, "chỉ một lần");

    assertThat(suite.outcome(id, 1).change()).isEqualTo("sent");
    assertThat(Simulators.seen("zalo", oa, ZALO_USER)).containsExactly("chỉ một lần");
    assertThat(suite.allReceived()).hasSize(1);
  }

  @Test
  void aConnectionThatBreaksBeforeIsTriedAgain() {
    String page = Linking.page();
    ChannelMessageReceived asked = facebook(page);
    Simulators.faultRule(
        "endpoint", "POST .*/" + page + "/messages", "times", 1, "reset", "before");

    assertThat(suite.outcome(suite.send(asked, "tới nơi"), 1).change()).isEqualTo("sent");
    assertThat(Simulators.seen("facebook", page, PSID)).containsExactly("tới nơi");
  }

  @Test
  void whatTheProviderCallsPassingIsTriedAgain() {
    String page = Linking.page();
    ChannelMessageReceived asked = facebook(page);
    Simulators.faultRule("endpoint", "POST .*/" + page + "/messages", "times", 2, "error", 2);

    assertThat(suite.outcome(suite.send(asked, "lần ba"), 1).change()).isEqualTo("sent");
  }

  @Test
  @Rows(part = "CHN-10")
  void theProvidersClosedWindowIsSaid() {
    String page = Linking.page();
    ChannelMessageReceived asked = facebook(page);
    Simulators.faultRule(
        "endpoint", "POST .*/" + page + "/messages", "times", 1, "error", 10, "subcode", 2018278);

    ChannelMessageChanged failed = suite.outcome(suite.send(asked, "quá muộn"), 1);

    assertThat(failed.failureCode()).isEqualTo("window-closed");
    assertThat(failed.retryable()).isFalse();
    ChannelThreadChanged told =
        suite
            .probe()
            .await(
                EventCatalog.CHANNEL_THREAD_CHANGED,
                tenantId,
                event -> event.window().blockedReason() != null);
    assertThat(told.window().blockedReason()).isEqualTo("window-closed");
  }

  @Test
  @Rows(part = "CHN-10")
  void theRulesAreKeptBeforeSending() throws SQLException {
    String page = Linking.page();
    ChannelMessageReceived asked = facebook(page);
    lastActed(asked, "30 hours");
    int before = Simulators.asked(page + "/messages");
    UUID automatic = UUID.randomUUID();
    suite.send(asked, automatic, 1, "system", "chat", "tự động", List.of(), false);
    assertThat(suite.outcome(automatic, 1).failureCode()).isEqualTo("human-only");
    assertThat(Simulators.asked(page + "/messages")).isEqualTo(before);

    assertThat(suite.outcome(suite.send(asked, "người thật"), 1).change()).isEqualTo("sent");
    lastActed(asked, "8 days");
    assertThat(suite.outcome(suite.send(asked, "hết hạn"), 1).failureCode())
        .isEqualTo("window-closed");
  }

  @Test
  @Rows(part = "CHN-10")
  void whatCostsMoneyIsSentWithConsentOnly() throws SQLException {
    String oa = Linking.oa();
    ChannelMessageReceived asked = zalo(oa);
    lastActed(asked, "50 hours");
    UUID id = suite.send(asked, "có phí");
    ChannelMessageChanged failed = suite.outcome(id, 1);
    assertThat(failed.failureCode()).isEqualTo("charged-consent-needed");
    assertThat(failed.retryable()).isTrue();

    suite.send(asked, id, 2, "agent", "chat", "có phí", List.of(), true);
    assertThat(suite.outcome(id, 2).change()).isEqualTo("sent");
  }

  @Test
  void aBlockedCustomerStaysBlockedUntilTheyWrite() {
    String page = Linking.page();
    ChannelMessageReceived asked = facebook(page);
    Simulators.act("facebook", page, PSID, "act", "block");
    assertThat(suite.outcome(suite.send(asked, "a"), 1).failureCode())
        .isEqualTo("recipient-unreachable");
    int before = Simulators.asked(page + "/messages");
    assertThat(suite.outcome(suite.send(asked, "b"), 1).failureCode())
        .isEqualTo("recipient-unreachable");
    assertThat(Simulators.asked(page + "/messages")).isEqualTo(before);
    Simulators.act("facebook", page, PSID, "act", "unblock");
    Simulators.act("facebook", page, PSID, "act", "text", "text", "mở lại");

    assertThat(suite.received("mở lại").window().blockedReason()).isNull();
    assertThat(suite.outcome(suite.send(asked, "c"), 1).change()).isEqualTo("sent");
  }

  @Test
  void tooLongATextIsNotSent() {
    ChannelMessageReceived asked = facebook(Linking.page());

    assertThat(suite.outcome(suite.send(asked, "x".repeat(2001)), 1).failureCode())
        .isEqualTo("text-too-long");
  }

  @Test
  @Rows(part = "CHN-8")
  void wordsAndFilesLeaveAsOneMessage() throws Exception {
    try (Files files = Files.serve("nội dung".getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
      String page = Linking.page();
      ChannelMessageReceived asked = facebook(page);
      UUID id = UUID.randomUUID();
      suite.send(
          asked,
          id,
          1,
          "agent",
          "chat",
          "xem tệp",
          List.of(
              new ChannelMessageRequested.File(
                  UUID.randomUUID(), "ghi chú.txt", "text/plain", 9, files.path())),
          false);

      assertThat(suite.outcome(id, 1).change()).isEqualTo("sent");
      List<String> seen = Simulators.seen("facebook", page, PSID);
      assertThat(seen).hasSize(2);
      assertThat(seen.getFirst()).isEqualTo("xem tệp");
      assertThat(seen.getLast()).contains("/files/");
    }
  }

  @Test
  @Rows(part = "CHN-3")
  void afterUnlinkingNothingIsCalled() {
    String page = Linking.page();
    ChannelMessageReceived asked = facebook(page);
    channels.unlink(tenantId, asked.channelId());
    int before = Simulators.asked(page + "/messages");

    ChannelMessageChanged failed = suite.outcome(suite.send(asked, "quá muộn"), 1);

    assertThat(failed.failureCode()).isEqualTo("channel-unlinked");
    assertThat(failed.retryable()).isFalse();
    assertThat(Simulators.asked(page + "/messages")).isEqualTo(before);
  }

  @Test
  @Rows(part = "CHN-9")
  void aCommentIsAnsweredHiddenAndLiked() {
    String page = Linking.page();
    Linking.pages(tenantId, page);
    Simulators.act("facebook", page, PSID, "act", "comment", "text", "Giá?");
    ChannelMessageReceived comment = suite.received("Giá?");
    UUID open = UUID.randomUUID();
    suite.send(comment, open, 1, "agent", "public", "199k ạ", List.of(), false);
    UUID quiet = UUID.randomUUID();
    suite.send(comment, quiet, 1, "agent", "private", "gửi riêng", List.of(), false);
    UUID again = UUID.randomUUID();
    suite.send(comment, again, 1, "agent", "private", "lần nữa", List.of(), false);

    assertThat(suite.outcome(open, 1).change()).isEqualTo("sent");
    assertThat(suite.outcome(quiet, 1).change()).isEqualTo("sent");
    assertThat(suite.outcome(again, 1).failureCode()).isEqualTo("private-reply-used");
    suite.act(comment, "hide");
    suite.act(comment, "like");
    suite.changed(comment.messageId(), "hidden");
    suite.changed(comment.messageId(), "liked");
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(suite.allReceived())
                    .extracting(ChannelMessageReceived::text)
                    .containsExactly("Giá?"));
  }

  @Test
  void anotherTenantsThreadIsNotKnown() {
    ChannelMessageReceived asked = facebook(Linking.page());
    UUID other = UUID.randomUUID();
    channels.follow(Tenants.tenant(other, 1, "active"), UUID.randomUUID());
    try (Suite foreign = new Suite(other)) {
      foreign.send(asked, "không phải của tôi");
    }
    suite.outcome(suite.send(asked, "của tôi"), 1);

    assertThat(Simulators.seen("facebook", accountOf(asked), PSID)).containsExactly("của tôi");
  }

  private String accountOf(ChannelMessageReceived message) {
    return channels.view(tenantId, message.channelId()).externalId();
  }

  private void lastActed(ChannelMessageReceived message, String ago) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update thread set last_inbound_at = now() - ?::interval where id = ?")) {
      update.setString(1, ago);
      update.setObject(2, message.threadId());
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }
}
