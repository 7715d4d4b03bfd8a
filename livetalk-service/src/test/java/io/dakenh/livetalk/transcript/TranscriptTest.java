package io.dakenh.livetalk.transcript;

import static io.dakenh.livetalk.support.Api.get;
import static io.dakenh.livetalk.support.Api.post;
import static io.dakenh.livetalk.support.Api.refusesStrangers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.mail.CaughtMail;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SocketClient;
import io.dakenh.livetalk.support.Visitors;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was said, as a file and by e-mail. */
@QuarkusTest
class TranscriptTest {
  private static final String EVIL = "<script>alert('xss')</script> & \"giá\"";

  private Business shop;
  private String token;
  private SocketClient visitor;
  private UUID conversation;

  @BeforeEach
  void talk() {
    shop = Business.withAgents(1);
    token = shop.visitorToken();
    visitor = shop.visitor(token);
    SocketClient desk = shop.desk(shop.agent(0));
    conversation = shop.talk(visitor, desk, shop.agent(0));
    visitor.say(conversation, EVIL);
    desk.say(conversation, "Dạ để em xem");
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private String path() {
    return "/conversations/" + conversation + "/transcript";
  }

  @Test
  @Rows(part = "TALK-6")
  void isAFileForBothSidesInWhichNothingRuns() {
    Visitors.get(token, path())
        .statusCode(200)
        .header("Content-Type", startsWith("text/html"))
        .header("Content-Disposition", startsWith("attachment"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .body(
            org.hamcrest.Matchers.allOf(
                containsString("&lt;script&gt;alert(&#39;xss&#39;)&lt;/script&gt;"),
                not(containsString("<script>")),
                containsString("Nhân viên 1")));
    get(shop.agent(0), path() + "?format=text")
        .statusCode(200)
        .header("Content-Type", startsWith("text/plain"))
        .body(org.hamcrest.Matchers.allOf(containsString(EVIL), containsString("Dạ để em xem")));
    get(shop.agent(0), path() + "?format=pdf")
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/format"));
  }

  @Test
  @Rows(part = {"TALK-6", "WIN-11"})
  void showsAgentsUnderTheFaceThatVisitorsSee() {
    shop.publishSection(
        "window", 1, "{\"representative\": true, \"startMode\": \"none\", \"fields\": []}");
    visitor.await(
        frame ->
            frame.path("type").asText().equals("settings-changed")
                && frame.path("section").asText().equals("window"));

    for (var file :
        new io.restassured.response.ValidatableResponse[] {
          Visitors.get(token, path()), get(shop.agent(0), path())
        }) {
      file.body(
          org.hamcrest.Matchers.allOf(
              containsString("Bán hàng"), not(containsString("Nhân viên 1"))));
    }
  }

  @Test
  @Rows(part = "TALK-6")
  void isSentByEMailAndNotTooOften() {
    String mine = Business.address();
    Visitors.post(token, path() + "/mails", Map.of("email", mine)).statusCode(202);

    CaughtMail mail = Business.mailbox(mine).await(1);
    assertThat(mail.fromName()).isEqualTo(shop.name());
    assertThat(mail.subject()).contains("Nội dung cuộc trò chuyện");
    assertThat(mail.text()).contains(EVIL, "Dạ để em xem", "Nhân viên 1");
    assertThat(mail.html()).doesNotContain("<script>");

    post(shop.agent(0), path() + "/mails", Map.of("email", Business.address())).statusCode(202);
    Visitors.post(token, path() + "/mails", Map.of("email", mine)).statusCode(202);
    Visitors.post(token, path() + "/mails", Map.of("email", mine))
        .statusCode(429)
        .body("code", equalTo("rate-limited"));
  }

  @Test
  void refusesWhatIsNoAddress() {
    for (String email : new String[] {"", "a@b", "a b@c.vn"}) {
      Visitors.post(token, path() + "/mails", Map.of("email", email))
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/email"));
    }
    post(shop.agent(0), path() + "/mails", Map.of()).statusCode(400);
  }

  @Test
  void isForThoseWhoMaySeeTheConversation() {
    refusesStrangers(shop, "GET", path());
    refusesStrangers(shop, "POST", path() + "/mails");
    RestAssured.given().get("/api/v1/public" + path()).then().statusCode(401);
    Visitors.get(shop.visitorToken(), path()).statusCode(404);
    Visitors.post(shop.visitorToken(), path() + "/mails", Map.of("email", Business.address()))
        .statusCode(404);
    try (Business other = Business.withAgents(1)) {
      get(other.owner(), path()).statusCode(404);
      post(other.owner(), path() + "/mails", Map.of("email", Business.address())).statusCode(404);
      Visitors.get(other.visitorToken(), path()).statusCode(404);
    }
  }
}
