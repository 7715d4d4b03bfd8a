package io.dakenh.config.signup;

import static io.dakenh.config.signup.SignUpRequests.body;
import static io.dakenh.config.signup.SignUpRequests.freshEmail;
import static io.dakenh.config.signup.SignUpRequests.letter;
import static io.dakenh.config.signup.SignUpRequests.link;
import static io.dakenh.config.signup.SignUpRequests.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.dakenh.config.support.Business;
import io.dakenh.config.support.Keycloak;
import io.dakenh.config.support.Letters;
import io.dakenh.config.tenant.TenantRepository;
import io.dakenh.contracts.config.TenantChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.identity.Tokens;
import io.dakenh.devstack.mail.CaughtMail;
import io.dakenh.devstack.test.EventProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A business registers itself: what was typed, the letter, the link. */
@QuarkusTest
class SignUpTest {
  @Inject Keycloak keycloak;
  @Inject SignUpRepository signUps;
  @Inject TenantRepository tenants;

  @Test
  @Rows(part = {"TEN-1", "REF-3"})
  void theLinkInTheLetterMakesTheBusiness() {
    String email = freshEmail();
    UUID visit = UUID.randomUUID();
    Map<String, Object> typed = body(email);
    typed.put("name", Normalizer.normalize("  Tiệm hoa Mai ", Normalizer.Form.NFD));
    typed.put("referralCode", "HOASEN7K");
    typed.put("referralVisit", visit.toString());

    UUID id =
        UUID.fromString(
            send(typed)
                .then()
                .statusCode(202)
                .body("expiresAt", notNullValue())
                .extract()
                .path("id"));
    CaughtMail mail = Letters.to(email).await(1);

    assertThat(mail.fromName()).isEqualTo("Đa Kênh");
    assertThat(mail.subject()).isEqualTo("Xác nhận e-mail để mở Tiệm hoa Mai");
    assertThat(keycloak.person(email).getList("")).as("nothing exists yet").isEmpty();
    assertThat(tenants.findById(id)).isNull();
    String token = Letters.token(mail);
    link("lookup", token)
        .then()
        .statusCode(200)
        .body("state", equalTo("waiting"))
        .body("businessName", equalTo("Tiệm hoa Mai"))
        .body("ownerName", equalTo("Nguyễn Thị Hoa"));

    link("confirm", token).then().statusCode(200).body("state", equalTo("confirmed"));

    JsonPath person = keycloak.person(email);
    UUID ownerId = UUID.fromString(person.getString("[0].user.id"));
    assertThat(person.<String>getList("[0].roles")).containsExactly("owner");
    assertThat(person.getInt("[0].user.passwords")).isEqualTo(1);
    String owner = Tokens.owner(id, ownerId, "Hoa");
    given()
        .auth()
        .oauth2(owner)
        .get("/api/v1/me")
        .then()
        .statusCode(200)
        .body("tenant.name", equalTo("Tiệm hoa Mai"))
        .body("departments", hasSize(1));
    String widgetKey = given().auth().oauth2(owner).get("/api/v1/me").path("tenant.widgetKey");
    given().get("/api/v1/public/widgets/" + widgetKey).then().statusCode(200);
    assertThat(signUps.findById(id).password).as("kept no longer than needed").isNull();
    try (EventProbe events = EventProbe.connect()) {
      TenantChanged told = events.await(EventCatalog.TENANT_CHANGED, id, any -> true);
      assertThat(told.referralCode()).isEqualTo("HOASEN7K");
      assertThat(told.signUp()).isNotNull();
      assertThat(told.signUp().verified()).isTrue();
      assertThat(told.signUp().referralClickId()).isEqualTo(visit);
    }
  }

  @Test
  void aLinkThatWasUsedMakesNothingMore() {
    String email = freshEmail();
    String token = letter(email);
    link("confirm", token).then().statusCode(200);
    String tenantId = keycloak.person(email).getString("[0].organizations[0].name");

    link("confirm", token).then().statusCode(200).body("state", equalTo("confirmed"));
    link("lookup", token).then().statusCode(200).body("state", equalTo("confirmed"));

    assertThat(keycloak.person(email).<String>getList("[0].organizations.name"))
        .containsExactly(tenantId);
  }

  @Test
  void aLinkNobodySentAndOneThatEndedAreTheSame() {
    String email = freshEmail();
    String token = letter(email);
    SignUp waiting = signUps.find("email", email).firstResult();
    waiting.expiresAt = Instant.now().minusSeconds(1);
    signUps.update(waiting);

    for (String wrong : List.of(token, "x".repeat(43))) {
      link("confirm", wrong).then().statusCode(404).body("code", equalTo("sign-up-not-found"));
      link("lookup", wrong).then().statusCode(404).body("code", equalTo("sign-up-not-found"));
    }
    link("confirm", " ").then().statusCode(400).body("errors[0].pointer", equalTo("/token"));
    assertThat(keycloak.person(email).getList("")).isEmpty();
  }

  @Test
  void theAnswerTellsNobodyWhoHasAnAccount() {
    Business there = Business.fresh();

    JsonPath known = send(body(there.ownerEmail())).then().statusCode(202).extract().jsonPath();
    JsonPath unknown = send(body(freshEmail())).then().statusCode(202).extract().jsonPath();

    assertThat(known.getMap("").keySet()).isEqualTo(unknown.getMap("").keySet());
    CaughtMail mail = Letters.to(there.ownerEmail()).await(1);
    assertThat(mail.subject()).isEqualTo("Bạn đã có tài khoản");
    assertThat(mail.text()).doesNotContain("#");
  }

  @Test
  void sameAddressTwiceAtOnceOpensOneBusiness() throws Exception {
    String email = freshEmail();
    atOnce(() -> send(body(email)).statusCode(), 202);
    String first = Letters.token(Letters.to(email).await(1));
    String second = Letters.token(Letters.to(email).await(2));
    assertThat(first).isNotEqualTo(second);

    List<Integer> answers;
    try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> one = both.submit(() -> link("confirm", first).statusCode());
      Future<Integer> other = both.submit(() -> link("confirm", second).statusCode());
      answers = List.of(one.get(), other.get());
    }

    assertThat(answers).contains(200).containsAnyOf(404, 409);
    assertThat(keycloak.person(email).getList("")).hasSize(1);
    assertThat(keycloak.person(email).<String>getList("[0].organizations.name")).hasSize(1);
    assertThat(signUps.find("email", email).stream().filter(s -> s.confirmedAt != null)).hasSize(1);
  }

  private static void atOnce(Callable<Integer> request, int expected) throws Exception {
    try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> answer : both.invokeAll(List.of(request, request))) {
        assertThat(answer.get()).isEqualTo(expected);
      }
    }
  }

  @Test
  void theSameKeyWritesOneLetter() {
    String email = freshEmail();
    String key = UUID.randomUUID().toString();

    String first = send(body(email), key).then().statusCode(202).extract().path("id");
    String again = send(body(email), key).then().statusCode(202).extract().path("id");
    Map<String, Object> other = body(email);
    other.put("name", "Tiệm khác");
    send(other, key).then().statusCode(409).body("code", equalTo("idempotency-key-reused"));

    assertThat(again).isEqualTo(first);
    Letters.to(email).await(1);
    assertThat(signUps.find("email", email).count()).isEqualTo(1);
  }

  @Test
  void namesEverythingThatIsWrong() {
    Map<String, Object> wrong = body("không phải thư");
    wrong.put("name", "x".repeat(300));
    wrong.put("ownerName", "  ");
    wrong.put("password", "ngắn");
    wrong.put("locale", "fr");
    wrong.put("referralCode", "HOASEN7K");
    wrong.put("referralVisit", "1");
    send(wrong)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body(
            "errors.pointer",
            containsInAnyOrder(
                "/name", "/ownerName", "/email", "/password", "/locale", "/referralVisit"));
    String email = freshEmail();
    Map<String, Object> guessed = body(email);
    guessed.put("password", email.toUpperCase(java.util.Locale.ROOT));
    send(guessed).then().statusCode(400).body("errors[0].code", equalTo("weak-password"));
    for (String thrownAway : List.of("a@mailinator.com", "a@b.YopMail.com")) {
      send(body(thrownAway))
          .then()
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/email"))
          .body("errors[0].code", equalTo("disposable-address"));
    }
  }

  @Test
  void anotherLetterIsSentAfterAWhileOnly() {
    String email = freshEmail();
    String id = send(body(email)).then().statusCode(202).extract().path("id");
    String first = Letters.token(Letters.to(email).await(1));
    String letters = SignUpRequests.PATH + "/" + id + "/letters";

    given().post(letters).then().statusCode(429).header("Retry-After", notNullValue());
    SignUp waiting = signUps.find("email", email).firstResult();
    waiting.lastLetterAt = Instant.now().minusSeconds(3600);
    signUps.update(waiting);
    given().post(letters).then().statusCode(204);

    String second = Letters.token(Letters.to(email).await(2));
    link("lookup", first).then().statusCode(200);
    link("confirm", second).then().statusCode(200);
    given().post(SignUpRequests.PATH + "/" + UUID.randomUUID() + "/letters").then().statusCode(204);
  }

  @Test
  void aMailboxIsNotFlooded() {
    String email = freshEmail();
    for (int i = 0; i < 5; i++) {
      send(body(email)).then().statusCode(202);
    }
    Letters.to(email).await(3);
    assertThat(signUps.find("email", email).count()).isEqualTo(3);
  }

  @Test
  void oneAddressMaySignUpSoOftenOnly() {
    String address = SignUpRequests.address();
    int refused = 0;
    for (int i = 0; i < 25 && refused == 0; i++) {
      int status =
          given()
              .contentType("application/json")
              .header("X-Forwarded-For", address)
              .body("{}")
              .post(SignUpRequests.PATH)
              .statusCode();
      refused += status == 429 ? 1 : 0;
    }
    assertThat(refused).isEqualTo(1);
  }
}
