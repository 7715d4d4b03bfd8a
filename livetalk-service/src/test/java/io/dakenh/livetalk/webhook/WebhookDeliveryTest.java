package io.dakenh.livetalk.webhook;

import static io.dakenh.livetalk.support.Api.get;
import static io.dakenh.livetalk.support.Api.post;
import static io.dakenh.livetalk.support.Api.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.AuditRecorded;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.livetalk.store.Database;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SocketClient;
import io.dakenh.livetalk.webhook.Receiver.Got;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens reaches the programs of a business, over real HTTP. */
@QuarkusTest
class WebhookDeliveryTest {
  private static final List<String> MESSAGES = List.of("message.received", "message.sent");

  @Inject Database database;

  private Business shop;
  private Receiver receiver;
  private String id;
  private String secret;

  @BeforeEach
  void open() {
    shop = Business.withAgents(1);
    receiver = new Receiver();
  }

  @AfterEach
  void close() {
    receiver.close();
    shop.close();
  }

  private void listen(List<String> events) {
    JsonPath made =
        post(
                shop.owner(),
                "/webhooks",
                Map.of("name", "Kho", "url", receiver.url(), "events", events))
            .statusCode(201)
            .extract()
            .jsonPath();
    id = made.getString("id");
    secret = made.getString("secret");
  }

  private String path() {
    return "/webhooks/" + id;
  }

  private JsonPath log() {
    return get(shop.owner(), path() + "/deliveries").statusCode(200).extract().jsonPath();
  }

  private void awaitState(String state) {
    Awaitility.await("the delivery to be " + state)
        .until(() -> state.equals(log().getString("items[0].state")));
  }

  /** As a receiver's developer would check it. */
  private static List<String> signedBy(Got got, String... secrets) {
    List<String> parts = List.of(got.signature().split(","));
    String time = parts.getFirst().substring("t=".length());
    assertThat(Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), Instant.now()).abs())
        .isLessThan(Duration.ofMinutes(1));
    List<String> signers = new ArrayList<>();
    for (String one : secrets) {
      if (parts.contains("v1=" + hmac(one, time + "." + got.text()))) {
        signers.add(one);
      }
    }
    return signers;
  }

  private static String hmac(String key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Test
  @Rows(part = "INT-5")
  void tellsTheLifeOfAConversation() {
    listen(WebhookEvents.ALL);
    SocketClient visitor = shop.visitor();
    SocketClient desk = shop.desk(shop.agent(0));
    UUID conversation = shop.talk(visitor, desk, shop.agent(0));
    desk.say(conversation, "Dạ còn ạ 😀");
    desk.ask(SocketClient.request("close").put("conversationId", conversation.toString()));

    JsonNode opened = receiver.await("conversation.opened").body();
    assertThat(opened.path("tenantId").asText()).isEqualTo(shop.id().toString());
    assertThat(opened.at("/data/conversationId").asText()).isEqualTo(conversation.toString());
    assertThat(opened.at("/data/channelKind").asText()).isEqualTo("livetalk");
    assertThat(opened.at("/data/visitor/name").asText()).startsWith("Khách ");
    Got received = receiver.await("message.received");
    assertThat(received.body().at("/data/message/text").asText()).isEqualTo("Chào shop");
    assertThat(received.body().path("id").asText()).isEqualTo(received.delivery());
    assertThat(received.path()).isEqualTo("/hook?kho=1");
    assertThat(signedBy(received, secret, "whsec_khac")).containsExactly(secret);
    Got sent = receiver.await("message.sent");
    assertThat(sent.body().at("/data/message/text").asText()).isEqualTo("Dạ còn ạ 😀");
    assertThat(sent.body().at("/data/message/author/name").asText()).isEqualTo("Nhân viên 1");
    assertThat(receiver.await("conversation.closed").body().at("/data/closedBy").asText())
        .isEqualTo("agent");

    Awaitility.await()
        .until(() -> log().getList("items.state").stream().allMatch("delivered"::equals));
    JsonPath log = log();
    assertThat(log.getList("items.type"))
        .containsExactlyInAnyOrder(
            "conversation.opened", "message.received", "message.sent", "conversation.closed");
    assertThat(log.getInt("items[0].status")).isEqualTo(200);
    assertThat(log.getInt("items[0].attempts")).isEqualTo(1);
    assertThat(log.getString("items[0].answer")).isEqualTo("cảm ơn");
    assertThat(
            database.list(
                "select data from webhook_delivery where tenant_id = ?",
                row -> row.getString(1),
                shop.id()))
        .as("what was said is not kept beside the conversation")
        .noneMatch(data -> data.contains("Chào") || data.contains("còn"));
  }

  @Test
  @Rows(part = {"INT-5", "TEN-3"})
  void tellsNobodyElsesAndOnlyWhatWasChosen() {
    listen(List.of("message.sent"));
    try (Business other = Business.withAgents(1)) {
      other.visitor().open("Của người khác");
      SocketClient visitor = shop.visitor();
      SocketClient desk = shop.desk(shop.agent(0));
      UUID conversation = shop.talk(visitor, desk, shop.agent(0));
      desk.say(conversation, "Xin chào");

      receiver.await("message.sent");
      assertThat(receiver.all()).hasSize(1);
    }
  }

  @Test
  @Rows(part = "INT-5")
  void triesAgainAndGivesUpAtLast() {
    listen(MESSAGES);
    receiver.answers(500, 302);
    shop.visitor().open("Một");

    List<Got> attempts = receiver.awaitMany(3);
    awaitState("delivered");
    assertThat(attempts).hasSize(3);
    assertThat(attempts).extracting(Got::delivery).containsOnly(attempts.getFirst().delivery());
    assertThat(attempts)
        .as("redirects are not followed")
        .extracting(Got::path)
        .containsOnly("/hook?kho=1");
    assertThat(log().getInt("items[0].attempts")).isEqualTo(3);
    get(shop.owner(), path()).body("failingSince", equalTo(null));

    receiver.usually(503);
    shop.visitor().open("Hai");
    awaitState("failed");
    JsonPath log = log();
    assertThat(log.getInt("items[0].attempts")).isEqualTo(3);
    assertThat(log.getInt("items[0].status")).isEqualTo(503);
    assertThat(log.getString("items[1].state")).isEqualTo("delivered");
    assertThat(get(shop.owner(), path()).extract().<String>path("failingSince")).isNotNull();
    get(shop.owner(), path() + "/deliveries?state=failed").body("items", hasSize(1));
    get(shop.owner(), path() + "/deliveries?type=message.sent").body("items", hasSize(0));
  }

  @Test
  @Rows(part = "INT-5")
  void isReplayedUnderTheSameId() {
    listen(MESSAGES);
    shop.visitor().open("Lần nữa");
    Got first = receiver.await("message.received");
    awaitState("delivered");
    String delivery = log().getString("items[0].id");

    post(shop.owner(), path() + "/deliveries/" + delivery + "/replay").statusCode(200);

    List<Got> both = receiver.awaitMany(2);
    assertThat(both.get(1).text()).isEqualTo(first.text());
    assertThat(both.get(1).delivery()).isEqualTo(first.delivery());
    awaitState("delivered");
    assertThat(log().getList("items")).hasSize(1);
  }

  @Test
  @Rows(part = "INT-5")
  void aSlowOneHoldsUpNobody() {
    listen(MESSAGES);
    receiver.usually(0);
    try (Receiver quick = new Receiver()) {
      post(
              shop.owner(),
              "/webhooks",
              Map.of("name", "Nhanh", "url", quick.url(), "events", MESSAGES))
          .statusCode(201);
      SocketClient visitor = shop.visitor();
      UUID conversation = visitor.open("Một");
      visitor.say(conversation, "Hai");
      visitor.say(conversation, "Ba");

      quick.awaitMany(3);
      assertThat(receiver.all()).as("one attempt at a time").hasSizeLessThan(3);
    }
    Awaitility.await("the time-out to be written down")
        .until(() -> log().getList("items.failure").contains("timeout"));
  }

  @Test
  @Rows(part = "INT-5")
  void isDisabledWhenItFailsForDays() {
    String mailbox = Business.address();
    shop.publishEmail(shop.owner(), 2, mailbox);
    Awaitility.await()
        .until(
            () ->
                database
                    .first(
                        "select 1 from staff where tenant_id = ? and email = ?",
                        row -> row.getInt(1),
                        shop.id(),
                        mailbox)
                    .isPresent());
    listen(MESSAGES);
    receiver.usually(500);
    shop.visitor().open("Một");
    awaitState("failed");
    get(shop.owner(), path()).body("state", equalTo("active"));
    database.update(
        "update webhook_endpoint set failing_since = failing_since - interval '3 days' where tenant_id = ?",
        shop.id());

    shop.visitor().open("Hai");

    Awaitility.await()
        .until(() -> get(shop.owner(), path()).extract().path("state").equals("disabled"));
    get(shop.owner(), path()).body("disabledBecause", equalTo("failing"));
    assertThat(log().getString("items[0].failure")).isEqualTo("endpoint-disabled");
    assertThat(Business.mailbox(mailbox).await(1).subject()).isEqualTo("Webhook đã bị tắt: Kho");
    AuditRecorded entry =
        shop.events()
            .await(
                EventCatalog.AUDIT_RECORDED,
                shop.id(),
                audit -> audit.action().equals("webhook.disabled"));
    assertThat(entry.actorId()).isNull();
    int before = receiver.all().size();
    post(shop.owner(), path() + "/test")
        .statusCode(409)
        .body("code", equalTo("webhook-not-active"));
    String delivery = log().getString("items[0].id");
    post(shop.owner(), path() + "/deliveries/" + delivery + "/replay").statusCode(409);

    receiver.usually(204);
    String tag = get(shop.owner(), path()).extract().header("ETag");
    put(
            shop.owner(),
            path(),
            tag,
            Map.of("name", "Kho", "url", receiver.url(), "events", MESSAGES, "active", true))
        .statusCode(200)
        .body("state", equalTo("active"))
        .body("failingSince", equalTo(null));
    post(shop.owner(), path() + "/deliveries/" + delivery + "/replay").statusCode(200);
    receiver.awaitMany(before + 1);
    awaitState("delivered");
  }

  @Test
  @Rows(part = "INT-5")
  void isDisabledAtOnceWhenItIsGone() {
    listen(MESSAGES);
    receiver.usually(410);
    shop.visitor().open("Một");
    Awaitility.await()
        .until(() -> get(shop.owner(), path()).extract().path("state").equals("disabled"));
    get(shop.owner(), path()).body("disabledBecause", equalTo("gone"));
    assertThat(receiver.all()).hasSize(1);
  }

  @Test
  @Rows(part = "INT-5")
  void bothSecretsSignForADayAfterARotation() {
    listen(MESSAGES);
    String next =
        post(shop.owner(), path() + "/secret/rotate").statusCode(200).extract().path("secret");
    assertThat(next).isNotEqualTo(secret).startsWith("whsec_");

    post(shop.owner(), path() + "/test").statusCode(200).body("type", equalTo("test"));
    assertThat(signedBy(receiver.await("test"), next, secret)).containsExactly(next, secret);

    database.update(
        "update webhook_endpoint set former_until = now() - interval '1 second' where tenant_id = ?",
        shop.id());
    post(shop.owner(), path() + "/test").statusCode(200);
    assertThat(signedBy(receiver.awaitMany(2).get(1), next, secret)).containsExactly(next);
  }

  @Test
  @Rows(part = "INT-5")
  void doesNotGoWhereAnAddressBecamePrivate() {
    listen(MESSAGES);
    database.update(
        "update webhook_endpoint set url = 'https://169.254.169.254/latest/meta-data' where tenant_id = ?",
        shop.id());
    post(shop.owner(), path() + "/test").statusCode(200);
    awaitState("failed");
    assertThat(log().getString("items[0].failure")).isEqualTo("address-private");
    assertThat(receiver.all()).isEmpty();
  }

  @Test
  @Rows(part = {"INT-5", "TALK-10"})
  void doesNotTellWhatWasErased() {
    listen(MESSAGES);
    receiver.usually(500);
    SocketClient visitor = shop.visitor();
    UUID conversation = visitor.open("Bí mật");
    awaitState("failed");
    receiver.usually(200);
    database.update(
        "update message set body = '', deleted_at = now() where tenant_id = ? and conversation_id = ?",
        shop.id(),
        conversation);
    int before = receiver.all().size();
    String delivery = log().getString("items[0].id");

    post(shop.owner(), path() + "/deliveries/" + delivery + "/replay").statusCode(200);

    Got again = receiver.awaitMany(before + 1).get(before);
    assertThat(again.text()).doesNotContain("Bí mật");
    assertThat(again.body().at("/data/message/text").asText()).isEmpty();
    assertThat(again.body().at("/data/message/id").isTextual()).isTrue();
  }

  @Test
  void anEventThatComesTwiceIsToldOnce() {
    listen(MESSAGES);
    shop.visitor().open("Một lần");
    receiver.await("message.received");
    awaitState("delivered");
    UUID eventId = UUID.fromString(log().getString("items[0].eventId"));
    int rows =
        database.update(
            """
            insert into webhook_delivery (id, tenant_id, endpoint_id, event_id, type, occurred_at, data, due_at, created_at)
            values (gen_random_uuid(), ?, ?, ?, 'x', now(), '{}', now(), now()) on conflict (endpoint_id, event_id) do nothing""",
            shop.id(),
            UUID.fromString(id),
            eventId);
    assertThat(rows).isZero();
  }
}
