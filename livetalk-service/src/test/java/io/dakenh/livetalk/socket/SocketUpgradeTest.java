package io.dakenh.livetalk.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.identity.Tokens;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.RawSocket;
import io.dakenh.livetalk.support.SocketClient;
import io.dakenh.livetalk.visitor.VisitorTokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets in, and what those who do not are told. */
@QuarkusTest
class SocketUpgradeTest {
  @Inject VisitorTokens tokens;

  private Business shop;

  @BeforeEach
  void open() {
    shop = Business.withAgents(1);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  @Rows(part = "TALK-1")
  void letsTheRightOnesIn() {
    SocketClient visitor = shop.visitor();
    assertThat(visitor.subprotocol()).isEqualTo("dakenh.v1");
    assertThat(visitor.ready().path("me").path("kind").asText()).isEqualTo("visitor");
    assertThat(visitor.ready().path("pingSeconds").asInt()).isEqualTo(25);
    assertThat(visitor.ready().has("offers")).isFalse();

    SocketClient desk = shop.desk(shop.agent(0));
    assertThat(desk.ready().path("me").path("id").asText())
        .isEqualTo(shop.agent(0).id().toString());
    assertThat(desk.ready().path("me").path("name").asText()).isEqualTo("Nhân viên 1");
    assertThat(desk.ready().path("offers").isArray()).isTrue();
    assertThat(shop.desk(shop.owner()).ready().path("me").path("kind").asText()).isEqualTo("agent");
  }

  @Test
  void refusesWrongTokens() {
    for (String wrong :
        new String[] {
          Tokens.expired(shop.id()),
          Tokens.forged(shop.id()),
          Tokens.foreignIssuer(shop.id()),
          Tokens.wrongAudience(shop.id()),
          shop.visitorToken(),
          "nonsense"
        }) {
      assertThat(status("/ws/agent", wrong)).isEqualTo(401);
    }
    assertThat(status("/ws/visitor", shop.agent(0).token())).isEqualTo(401);
    assertThat(status("/ws/visitor", tokens.issue(UUID.randomUUID()).token()))
        .as("of no business known here")
        .isEqualTo(401);
  }

  @Test
  @Rows(part = "TEN-3")
  void refusesThoseWithoutRoleOrBusiness() {
    assertThat(status("/ws/agent", Tokens.noRole(shop.id()))).isEqualTo(403);
    assertThat(status("/ws/agent", Tokens.noTenant())).isEqualTo(403);
    assertThat(status("/ws/agent", Tokens.twoTenants(shop.id(), UUID.randomUUID()))).isEqualTo(403);
    assertThat(status("/ws/agent", Tokens.operator())).isEqualTo(403);
  }

  @Test
  void saysWhyAsProblem() {
    String missing = RawSocket.refusal("/ws/visitor", "Sec-WebSocket-Protocol: dakenh.v1\r\n");
    assertThat(missing)
        .startsWith("HTTP/1.1 401")
        .containsIgnoringCase("content-type: application/problem+json")
        .contains("\"code\":\"token-missing\"");
    String ended =
        RawSocket.refusal(
            "/ws/agent",
            "Sec-WebSocket-Protocol: dakenh.v1, token." + Tokens.expired(shop.id()) + "\r\n");
    assertThat(ended).startsWith("HTTP/1.1 401").contains("\"code\":\"token-expired\"");
    assertThat(RawSocket.refusal("/ws/nowhere", ""))
        .startsWith("HTTP/1.1 404")
        .contains("\"code\":\"not-found\"");
    assertThat(
            RawSocket.refusal(
                "/ws/visitor", "Sec-WebSocket-Protocol: token." + shop.visitorToken() + "\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("\"code\":\"subprotocol-required\"");
  }

  @Test
  void closesWhenTheTokenEndsUnlessRenewed() {
    String brief =
        Tokens.agent(shop.id(), shop.agent(0).id(), "Nhân viên 1", Duration.ofSeconds(10));
    SocketClient forgetful = SocketClient.connect(Business.url("/ws/agent"), brief);
    SocketClient careful = SocketClient.connect(Business.url("/ws/agent"), brief);

    assertThat(
            careful
                .ask(SocketClient.request("authenticate").put("token", Tokens.forged(shop.id())))
                .get("code")
                .asText())
        .isEqualTo("token-invalid");
    assertThat(
            careful
                .ask(SocketClient.request("authenticate").put("token", shop.owner().token()))
                .get("code")
                .asText())
        .as("someone else's token")
        .isEqualTo("token-invalid");
    assertThat(
            careful
                .ask(SocketClient.request("authenticate").put("token", shop.agent(0).token()))
                .get("type")
                .asText())
        .isEqualTo("ack");

    assertThat(forgetful.closeCode()).isEqualTo(4100);
    careful.sync();
    assertThat(careful.open()).isTrue();
    careful.close();
  }

  @Test
  void closesTheSocketsOfThoseWhoMayNoLonger() {
    SocketClient desk = shop.desk(shop.agent(0));
    SocketClient visitor = shop.visitor();
    shop.publishStaff(shop.agent(0), 2, false);
    assertThat(desk.closeCode()).isEqualTo(4501);
    assertThat(status("/ws/agent", shop.agent(0).token())).isEqualTo(403);

    String token = shop.visitorToken();
    shop.publishTenant(2, "suspended");
    assertThat(visitor.closeCode()).isEqualTo(4503);
    assertThat(status("/ws/visitor", token)).isEqualTo(403);
    assertThat(status("/ws/agent", shop.owner().token())).isEqualTo(403);
  }

  private static int status(String path, String token) {
    return catchThrowableOfType(
            SocketClient.RefusedException.class,
            () -> SocketClient.connect(Business.url(path), token))
        .status();
  }
}
