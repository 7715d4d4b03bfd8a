package io.dakenh.channels.inbound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.channels.Linking;
import io.dakenh.channels.Simulators;
import io.dakenh.channels.Suite;
import io.dakenh.channels.Tenants;
import io.dakenh.channels.channel.ChannelService;
import io.dakenh.channels.webhook.Signatures;
import io.dakenh.contracts.channel.ChannelMessageReceived;
import io.dakenh.contracts.channel.ChannelThreadChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.simulator.ProviderSimulators;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What customers do reaches the suite: once each, in order, with names, files and marks. */
@QuarkusTest
class InboundTest {
  private static final String FACEBOOK = "/api/v1/webhooks/facebook";
  private static final String CUSTOMER = "7100000000000077";

  @Inject ChannelService channels;

  private final UUID tenantId = UUID.randomUUID();
  private final Suite suite = new Suite(tenantId);

  @BeforeEach
  void tenant() {
    channels.follow(Tenants.tenant(tenantId, 1, "active"), UUID.randomUUID());
    Simulators.deliverHere();
  }

  @AfterEach
  void close() {
    suite.close();
  }

  @Test
  @Rows(part = "CHN-7")
  void aCustomersMessageArrivesWithNamePictureAndWindow() {
    String page = Linking.page();
    Linking.pages(tenantId, page);
    Simulators.act(
        "facebook", page, CUSTOMER, "name", "Lan Nguyễn", "act", "text", "text", "Chào shop 👋");

    ChannelMessageReceived message = suite.received("Chào shop 👋");

    assertThat(message.direction()).isEqualTo("in");
    assertThat(message.contact().name()).isEqualTo("Lan Nguyễn");
    assertThat(message.contact().picture()).isNotNull();
    assertThat(message.contact().picture().mediaType()).isEqualTo("image/png");
    assertThat(message.window().freeUntil())
        .isEqualTo(message.sentAt().plus(java.time.Duration.ofHours(24)));
    assertThat(message.window().limitedTo()).isEqualTo("human-agent");
    given().get(message.contact().picture().path()).then().statusCode(200).contentType("image/png");
  }

  @Test
  @Rows(part = "CHN-7")
  void everyKindArrivesAndFilesAreCopied() {
    String page = Linking.page();
    Linking.pages(tenantId, page);
    for (String kind : List.of("image", "file", "audio", "video", "sticker")) {
      Simulators.act("facebook", page, CUSTOMER, "act", "media", "kind", kind);
    }
    Simulators.act("facebook", page, CUSTOMER, "act", "location");
    Simulators.act("facebook", page, CUSTOMER, "act", "postback", "text", "Bắt đầu");
    Simulators.act("facebook", page, CUSTOMER, "act", "unsupported");
    Simulators.act("facebook", page, CUSTOMER, "act", "text", "text", "hết");
    suite.received("hết");

    List<ChannelMessageReceived> all = suite.allReceived();
    assertThat(all)
        .extracting(ChannelMessageReceived::messageKind)
        .containsExactly(
            "image",
            "file",
            "audio",
            "video",
            "sticker",
            "location",
            "postback",
            "unsupported",
            "text");
    assertThat(all.subList(0, 5))
        .allSatisfy(
            message -> {
              assertThat(message.attachments()).hasSize(1);
              assertThat(message.attachments().getFirst().failureCode()).isNull();
              given().get(message.attachments().getFirst().path()).then().statusCode(200);
            });
    assertThat(all.get(5).place()).isNotNull();
    assertThat(all.get(6).payload()).isEqualTo("GET_STARTED");
  }

  @Test
  void aFileFromOurOwnNetworkIsNotFetched() {
    String page = Linking.page();
    Linking.pages(tenantId, page);
    Simulators.act(
        "facebook",
        page,
        CUSTOMER,
        "act",
        "media",
        "kind",
        "image",
        "url",
        "http://169.254.169.254/latest/meta-data");

    ChannelMessageReceived message = suite.receivedKind("image");

    assertThat(message.attachments().getFirst().failureCode()).isEqualTo("media-refused");
    assertThat(message.attachments().getFirst().path()).isNull();
  }

  @Test
  @Rows(part = "CHN-7")
  void aZaloCustomerWritesFollowsAndAnswers() {
    String oa = Linking.oa();
    Linking.oa(tenantId, oa);
    Simulators.act("zalo", oa, "66001", "name", "Lan", "act", "follow");
    String first = Simulators.act("zalo", oa, "66001", "act", "text", "text", "Còn hàng không?");
    Simulators.act("zalo", oa, "66001", "act", "text", "text", "mẫu này", "to", first);

    ChannelMessageReceived asked = suite.received("Còn hàng không?");
    ChannelMessageReceived quoted = suite.received("mẫu này");

    assertThat(quoted.replyToMessageId()).isEqualTo(asked.messageId());
    assertThat(asked.contact().following()).isTrue();
    assertThat(asked.window().limitedTo()).isEqualTo("charged");
    assertThat(suite.allReceived().getFirst().messageKind()).isEqualTo("follow");
    Simulators.act("zalo", oa, "66001", "act", "unfollow");
    assertThat(
            suite
                .probe()
                .await(
                    EventCatalog.CHANNEL_THREAD_CHANGED,
                    tenantId,
                    event -> Boolean.FALSE.equals(event.contact().following()))
                .threadId())
        .isEqualTo(asked.threadId());
  }

  @Test
  @Rows(part = "CHN-7")
  void editsReactionsAndDeletionsNameTheMessage() {
    String page = Linking.page();
    Linking.pages(tenantId, page);
    String mid = Simulators.act("facebook", page, CUSTOMER, "act", "text", "text", "sai");
    UUID messageId = suite.received("sai").messageId();
    Simulators.act("facebook", page, CUSTOMER, "act", "edit", "id", mid, "text", "đúng");
    Simulators.act("facebook", page, CUSTOMER, "act", "reaction", "id", mid);
    Simulators.act("facebook", page, CUSTOMER, "act", "delete", "id", mid);

    assertThat(suite.changed(messageId, "edited").text()).isEqualTo("đúng");
    assertThat(suite.changed(messageId, "reacted").reaction()).isEqualTo("❤");
    assertThat(suite.changed(messageId, "deleted").by()).isEqualTo("customer");
  }

  @Test
  void aChangeThatComesBeforeItsMessageWaitsForIt() {
    String page = Linking.page();
    Linking.pages(tenantId, page);
    String mid = "m_" + Linking.fresh();
    Simulators.act("facebook", page, CUSTOMER, "act", "reaction", "id", mid);
    Simulators.act("facebook", page, CUSTOMER, "act", "text", "id", mid, "text", "sau");

    assertThat(suite.changed(suite.received("sau").messageId(), "reacted").reaction())
        .isEqualTo("❤");
  }

  @Test
  @Rows(part = "CHN-7")
  void theSameEventThreeTimesIsOneMessage() {
    String page = Linking.page();
    Linking.pages(tenantId, page);
    for (int i = 0; i < 3; i++) {
      post(text(page, "m_1", "một lần"), true).then().statusCode(200);
    }
    // The same event in other bytes, as in another batch.
    post(text(page, "m_1", "một lần").replace("\"object\"", " \"object\""), true)
        .then()
        .statusCode(200);
    post(text(page, "m_2", "rồi thôi"), true).then().statusCode(200);
    suite.received("rồi thôi");

    assertThat(suite.allReceived())
        .extracting(ChannelMessageReceived::text)
        .containsExactly("một lần", "rồi thôi");
  }

  @Test
  void onlyWhatIsSignedOverItsBytesIsTaken() {
    String page = Linking.page();
    Linking.pages(tenantId, page);
    String body = text(page, "m_s1", "ch\\u00e0o");
    String signature = signature(body);

    post(body.replace("o\"", "p\""), signature).then().statusCode(403);
    post(body.replace("\\u00e0", "à"), signature).then().statusCode(403);
    post(body, "sha256=" + "0".repeat(64)).then().statusCode(403);
    post(body, signature.substring(0, 30)).then().statusCode(403);
    given().contentType("application/json").body(body).post(FACEBOOK).then().statusCode(403);
    post(body, signature).then().statusCode(200);
    suite.received("chào");

    assertThat(suite.allReceived()).hasSize(1);
  }

  @Test
  void refusesWhatIsNoDelivery() {
    post("x".repeat(2_000_000), true).then().statusCode(413);
    given()
        .contentType("text/plain")
        .header("X-Hub-Signature-256", signature("{}"))
        .body("{}")
        .post(FACEBOOK)
        .then()
        .statusCode(415);
    post("[".repeat(50_000), true).then().statusCode(200);
    post("not json", true).then().statusCode(200);
    post("{\"object\":\"page\",\"entry\":7}", true).then().statusCode(200);
    given()
        .contentType("application/json")
        .body("not json")
        .post("/api/v1/webhooks/zalo")
        .then()
        .statusCode(400);
  }

  @Test
  void answersFacebooksQuestionForOurAddress() {
    given()
        .queryParams(
            Map.of(
                "hub.mode", "subscribe",
                "hub.challenge", "1158201444",
                "hub.verify_token", ProviderSimulators.FACEBOOK_VERIFY_TOKEN))
        .get(FACEBOOK)
        .then()
        .statusCode(200)
        .body(org.hamcrest.Matchers.equalTo("1158201444"));
    given()
        .queryParams(Map.of("hub.mode", "subscribe", "hub.challenge", "1", "hub.verify_token", "x"))
        .get(FACEBOOK)
        .then()
        .statusCode(403);
  }

  @Test
  void answersZalosProbeButTakesNothingUnsigned() {
    String oa = Linking.oa();
    Linking.oa(tenantId, oa);
    given()
        .contentType("application/json")
        .body("{}")
        .post("/api/v1/webhooks/zalo")
        .then()
        .statusCode(200);
    String event =
        """
        {"app_id":"%s","event_name":"user_send_text","timestamp":"1790000000123","sender":{"id":"66"},"recipient":{"id":"%s"},"message":{"msg_id":"%s","text":"%s"}}""";
    given()
        .contentType("application/json")
        .body(event.formatted(ProviderSimulators.ZALO_APP_ID, oa, "x1", "không ký"))
        .post("/api/v1/webhooks/zalo")
        .then()
        .statusCode(200);
    given()
        .contentType("application/json")
        .header("X-ZEvent-Signature", "mac=" + "0".repeat(64))
        .body(event.formatted(ProviderSimulators.ZALO_APP_ID, oa, "x2", "ký sai"))
        .post("/api/v1/webhooks/zalo")
        .then()
        .statusCode(403);
    Simulators.act("zalo", oa, "66", "act", "text", "text", "ký đúng");
    suite.received("ký đúng");

    assertThat(suite.allReceived()).hasSize(1);
  }

  @Test
  void whatWasWrittenElsewhereIsOutgoing() {
    String page = Linking.page();
    Linking.pages(tenantId, page);
    Simulators.act("facebook", page, CUSTOMER, "act", "elsewhere", "text", "từ hộp thư");

    ChannelMessageReceived message = suite.received("từ hộp thư");

    assertThat(message.direction()).isEqualTo("out");
    assertThat(message.contact().externalId()).isEqualTo(CUSTOMER);
    assertThat(message.window().freeUntil()).isNull();
  }

  @Test
  void aCustomerWithoutProfileHasANeutralName() {
    String page = Linking.page();
    Linking.pages(tenantId, page);
    Simulators.act("facebook", page, CUSTOMER, "act", "hide-profile");
    Simulators.act("facebook", page, CUSTOMER, "act", "text", "text", "ẩn danh");

    assertThat(suite.received("ẩn danh").contact().name()).isEqualTo("Khách Facebook");
  }

  @Test
  void anAdLengthensTheWindow() {
    String page = Linking.page();
    Linking.pages(tenantId, page);
    Simulators.act("facebook", page, CUSTOMER, "act", "ad", "text", "từ quảng cáo");

    ChannelMessageReceived message = suite.received("từ quảng cáo");

    assertThat(message.referral().source()).isEqualTo("ads");
    assertThat(message.window().freeUntil())
        .isEqualTo(message.sentAt().plus(java.time.Duration.ofDays(7)));
  }

  @Test
  @Rows(part = "CHN-3")
  void anUnlinkedPageIsHeardNoMoreButAnswered() {
    String page = Linking.page();
    UUID channel = Linking.pages(tenantId, page).getFirst();
    channels.unlink(tenantId, channel);

    post(text(page, "m_u", "còn ai không"), true).then().statusCode(200);
    Linking.pages(tenantId, page);
    Simulators.act("facebook", page, CUSTOMER, "act", "text", "text", "lại đây");
    suite.received("lại đây");

    assertThat(suite.allReceived()).hasSize(1);
  }

  @Test
  void whoWithdrawsIsForgotten() {
    String oa = Linking.oa();
    Linking.oa(tenantId, oa);
    Simulators.act("zalo", oa, "66009", "act", "text", "text", "trước khi xoá");
    ChannelMessageReceived message = suite.received("trước khi xoá");
    Simulators.act("zalo", oa, "66009", "act", "withdraw");

    assertThat(
            suite
                .probe()
                .await(EventCatalog.CHANNEL_CONTACT_ERASED, tenantId, event -> true)
                .threadId())
        .isEqualTo(message.threadId());
    given().get(message.contact().picture().path()).then().statusCode(404);
  }

  @Test
  @Rows(part = "CHN-9")
  void aCommentIsAThreadWithItsReplies() {
    String page = Linking.page();
    Linking.pages(tenantId, page);
    String id =
        Simulators.act("facebook", page, CUSTOMER, "name", "Lan", "act", "comment", "text", "Giá?");
    Simulators.act(
        "facebook", page, CUSTOMER, "act", "comment", "text", "Còn không?", "parent", id);

    ChannelMessageReceived comment = suite.received("Giá?");
    ChannelMessageReceived reply = suite.received("Còn không?");

    assertThat(comment.surface()).isEqualTo("comment");
    assertThat(comment.comment().commentId()).isEqualTo(id);
    assertThat(comment.comment().permalink()).contains(page + "_555");
    assertThat(comment.window().privateReplyUntil()).isAfter(comment.sentAt());
    assertThat(reply.threadId()).isEqualTo(comment.threadId());
    assertThat(reply.replyToMessageId()).isEqualTo(comment.messageId());
  }

  @Test
  void theThreadTellsOfItsWindow() {
    String oa = Linking.oa();
    Linking.oa(tenantId, oa);
    Simulators.act("zalo", oa, "66007", "act", "follow");

    ChannelThreadChanged changed =
        suite.probe().await(EventCatalog.CHANNEL_THREAD_CHANGED, tenantId, event -> true);

    assertThat(changed.window().freeUntil()).isNotNull();
    assertThat(changed.window().textLimit()).isEqualTo(2000);
  }

  private static String text(String page, String mid, String text) {
    return """
        {"object":"page","entry":[{"id":"%s","time":1,"messaging":[{"sender":{"id":"%s"},"recipient":{"id":"%s"},"timestamp":1790000000001,"message":{"mid":"%s","text":"%s"}}]}]}"""
        .formatted(page, CUSTOMER, page, mid + page, text);
  }

  private static io.restassured.response.Response post(String body, boolean signed) {
    return post(body, signed ? signature(body) : "none");
  }

  private static io.restassured.response.Response post(String body, String signature) {
    return given()
        .config(
            io.restassured.RestAssured.config()
                .encoderConfig(
                    io.restassured.config.EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
        .contentType("application/json")
        .header("X-Hub-Signature-256", signature)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post(FACEBOOK);
  }

  private static String signature(String body) {
    return "sha256="
        + HexFormat.of()
            .formatHex(
                Signatures.hmac(
                    ProviderSimulators.FACEBOOK_APP_SECRET.getBytes(StandardCharsets.UTF_8),
                    body.getBytes(StandardCharsets.UTF_8)));
  }
}
