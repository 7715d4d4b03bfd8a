package io.dakenh.livetalk.push;

import static io.dakenh.livetalk.support.Api.get;
import static io.dakenh.livetalk.support.Api.post;
import static io.dakenh.livetalk.support.Api.put;
import static io.dakenh.livetalk.support.Api.refusesStrangers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.sun.net.httpserver.HttpServer;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.mail.CaughtMail;
import io.dakenh.livetalk.store.Database;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SocketClient;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notices for people who are not at the desk. */
@QuarkusTest
class PushTest {
  @Inject Database database;

  private Business shop;
  private HttpServer service;
  private volatile int status = 201;
  private final List<Map<String, String>> taken = new CopyOnWriteArrayList<>();

  @BeforeEach
  void open() throws IOException {
    shop = Business.withAgents(2);
    service =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    service.createContext(
        "/push/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          taken.add(
              Map.of(
                  "authorization", exchange.getRequestHeaders().getFirst("Authorization"),
                  "encoding", exchange.getRequestHeaders().getFirst("Content-Encoding"),
                  "ttl", exchange.getRequestHeaders().getFirst("TTL"),
                  "bytes", Integer.toString(body.length)));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    service.start();
  }

  @AfterEach
  void close() {
    service.stop(0);
    shop.close();
  }

  private Map<String, String> subscription(String endpoint) throws GeneralSecurityException {
    KeyPair browser = EcKeys.make();
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return Map.of(
        "endpoint", endpoint,
        "publicKey", encoder.encodeToString(EcKeys.point((ECPublicKey) browser.getPublic())),
        "auth", encoder.encodeToString(new byte[16]));
  }

  private String endpoint() {
    return "http://127.0.0.1:" + service.getAddress().getPort() + "/push/" + UUID.randomUUID();
  }

  private UUID mention(String text) {
    SocketClient visitor = shop.visitor();
    SocketClient desk = shop.desk(shop.agent(0));
    UUID conversation = shop.talk(visitor, desk, shop.agent(0));
    post(
            shop.agent(0),
            "/conversations/" + conversation + "/notes",
            Map.of(
                "clientNoteId", UUID.randomUUID(),
                "text", text,
                "mentions", List.of(shop.agent(1).id())))
        .statusCode(201);
    return conversation;
  }

  private long subscriptions() {
    return database
        .first(
            "select count(*) from push_subscription where tenant_id = ?",
            row -> row.getLong(1),
            shop.id())
        .orElseThrow();
  }

  @Test
  @Rows(part = {"TALK-2", "TALK-3"})
  void whoeverIsMentionedIsToldOnTheirDeviceAndByEMail() throws GeneralSecurityException {
    String address = Business.address();
    shop.publishEmail(shop.agent(1), 2, address);
    Awaitility.await()
        .until(
            () ->
                database
                    .first(
                        "select 1 from staff where tenant_id = ? and email = ?",
                        row -> row.getInt(1),
                        shop.id(),
                        address)
                    .isPresent());
    put(shop.agent(1), "/push/subscriptions", subscription(endpoint())).statusCode(204);

    UUID conversation = mention("Nhờ bạn <b>kiểm kho</b>");

    Awaitility.await().until(() -> !taken.isEmpty());
    assertThat(taken.getFirst())
        .containsEntry("encoding", "aes128gcm")
        .hasEntrySatisfying("authorization", header -> assertThat(header).startsWith("vapid t=ey"))
        .hasEntrySatisfying("ttl", ttl -> assertThat(Long.parseLong(ttl)).isPositive());
    CaughtMail mail = Business.mailbox(address).await(1);
    assertThat(mail.subject()).startsWith("Nhân viên 1 nhắc bạn");
    assertThat(mail.text()).contains("Nhờ bạn <b>kiểm kho</b>", "/desk/" + conversation);
    assertThat(mail.html()).doesNotContain("<b>kiểm");
  }

  @Test
  void aBrowserThatIsGoneIsForgotten() throws GeneralSecurityException {
    status = 410;
    put(shop.agent(1), "/push/subscriptions", subscription(endpoint())).statusCode(204);
    mention("Xem giúp");

    Awaitility.await().until(() -> subscriptions() == 0);
    assertThat(taken).hasSize(1);
  }

  @Test
  void aBrowserBelongsToWhoeverSignedInLast() throws GeneralSecurityException {
    Map<String, String> browser = subscription(endpoint());
    put(shop.agent(0), "/push/subscriptions", browser).statusCode(204);
    put(shop.agent(1), "/push/subscriptions", browser).statusCode(204);
    put(shop.agent(1), "/push/subscriptions", browser).statusCode(204);

    assertThat(subscriptions()).isEqualTo(1);
    post(shop.agent(1), "/push/subscriptions/delete", Map.of("endpoint", browser.get("endpoint")))
        .statusCode(204);
    assertThat(subscriptions()).isZero();
  }

  @Test
  void weWriteToTheServicesOfBrowsersOnly() throws GeneralSecurityException {
    for (String endpoint :
        List.of(
            "https://evil.example/push",
            "http://fcm.googleapis.com/x",
            "https://user@fcm.googleapis.com/x",
            "https://fcm.googleapis.com.evil.example/x",
            "file:///etc/passwd",
            "khong phai dia chi")) {
      put(shop.agent(0), "/push/subscriptions", subscription(endpoint))
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/endpoint"));
    }
    put(
            shop.agent(0),
            "/push/subscriptions",
            Map.of("endpoint", "https://fcm.googleapis.com/x", "publicKey", "AAAA", "auth", "AAAA"))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/publicKey"));
    put(shop.agent(0), "/push/subscriptions", subscription("https://web.push.apple.com/QOabc"))
        .statusCode(204);
  }

  @Test
  void everyoneKnowsUsByOneKey() {
    String key = get(shop.agent(0), "/push/key").statusCode(200).extract().path("publicKey");
    assertThat(Base64.getUrlDecoder().decode(key)).hasSize(65);
    try (Business other = Business.withAgents(0)) {
      get(other.owner(), "/push/key").body("publicKey", equalTo(key));
    }
    refusesStrangers(shop, "GET", "/push/key");
    refusesStrangers(shop, "PUT", "/push/subscriptions");
    refusesStrangers(shop, "POST", "/push/subscriptions/delete");
  }
}
