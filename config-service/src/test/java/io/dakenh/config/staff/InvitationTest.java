package io.dakenh.config.staff;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.dakenh.config.support.Business;
import io.dakenh.config.support.Keycloak;
import io.dakenh.config.support.Letters;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.mail.CaughtMail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People are invited by mail and choose a password. */
@QuarkusTest
@Rows(part = "TEN-2")
class InvitationTest {
  private static final String PUBLIC = "/api/v1/public/invitations/";

  @Inject Keycloak keycloak;
  @Inject StaffRepository people;

  @AfterEach
  void healKeycloak() {
    keycloak.heal();
  }

  private static String freshEmail() {
    return "lan-" + UUID.randomUUID() + "@hoamai.example";
  }

  private static String invite(Business business, String email) {
    return business
        .asOwner()
        .body(Map.of("name", "Nguyễn Thị Lan", "email", email, "role", "agent"))
        .post("/api/v1/staff")
        .then()
        .statusCode(201)
        .body("invited", equalTo(true))
        .extract()
        .path("id");
  }

  private static Response link(String what, String token, String password) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("token", token, "password", password))
        .post(PUBLIC + what);
  }

  @Test
  void whoIsInvitedChoosesAPasswordOnce() {
    Business business = Business.fresh();
    String email = freshEmail();

    String id = invite(business, email);
    CaughtMail mail = Letters.to(email).await(1);

    assertThat(mail.fromName()).isEqualTo(business.name());
    assertThat(mail.subject()).isEqualTo(business.name() + " mời bạn dùng Đa Kênh");
    assertThat(keycloak.person(email).getInt("[0].user.passwords")).isZero();
    assertThat(keycloak.person(email).<String>getList("[0].roles")).containsExactly("agent");
    String token = Letters.token(mail);
    link("lookup", token, "")
        .then()
        .statusCode(200)
        .body("businessName", equalTo(business.name()))
        .body("name", equalTo("Nguyễn Thị Lan"))
        .body("email", equalTo(email));
    link("accept", token, "ngắn")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/password"));
    link("accept", token, email)
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("weak-password"));

    link("accept", token, Business.PASSWORD).then().statusCode(200);

    assertThat(keycloak.person(email).getInt("[0].user.passwords")).isEqualTo(1);
    business
        .asOwner()
        .get("/api/v1/staff/" + id)
        .then()
        .statusCode(200)
        .body("invited", nullValue());
    link("accept", token, Business.PASSWORD)
        .then()
        .statusCode(404)
        .body("code", equalTo("invitation-not-found"));
    business
        .asOwner()
        .post("/api/v1/staff/" + id + "/invitation")
        .then()
        .statusCode(409)
        .body("code", equalTo("invitation-accepted"));
  }

  @Test
  void aNewerLetterEndsTheLinkOfTheOlder() {
    Business business = Business.fresh();
    String email = freshEmail();
    String id = invite(business, email);
    String first = Letters.token(Letters.to(email).await(1));
    String again = "/api/v1/staff/" + id + "/invitation";

    business.asOwner().post(again).then().statusCode(429).header("Retry-After", notNullValue());
    Staff staff = people.findById(UUID.fromString(id));
    Invitation open = staff.invitation;
    staff.invitation =
        new Invitation(open.tokenHash(), Instant.now().minusSeconds(3600), open.expiresAt());
    people.update(staff);
    business.asOwner().post(again).then().statusCode(200).body("invited", equalTo(true));

    String second = Letters.token(Letters.to(email).await(2));
    link("lookup", first, "").then().statusCode(404);
    link("accept", second, Business.PASSWORD).then().statusCode(200);
  }

  @Test
  void theLinkEndsWithTimeAndWithThePerson() {
    Business business = Business.fresh();
    String late = freshEmail();
    Staff staff = people.findById(UUID.fromString(invite(business, late)));
    staff.invitation =
        new Invitation(staff.invitation.tokenHash(), Instant.now(), Instant.now().minusSeconds(1));
    people.update(staff);
    link("accept", Letters.token(Letters.to(late).await(1)), Business.PASSWORD)
        .then()
        .statusCode(404);

    String gone = freshEmail();
    String id = invite(business, gone);
    String token = Letters.token(Letters.to(gone).await(1));
    business
        .asOwner()
        .header("If-Match", "\"1\"")
        .body("{\"active\": false}")
        .patch("/api/v1/staff/" + id)
        .then()
        .statusCode(200);
    link("accept", token, Business.PASSWORD).then().statusCode(404);
    business
        .asOwner()
        .post("/api/v1/staff/" + id + "/invitation")
        .then()
        .statusCode(422)
        .body("code", equalTo("staff-deactivated"));
  }

  @Test
  void anInvitationThatKeycloakInterruptedGoesOut() {
    Business business = Business.fresh();
    String email = freshEmail();
    keycloak.fail("POST", ".*/users", "before");
    business
        .asOwner()
        .body(Map.of("name", "Lan", "email", email, "role", "agent"))
        .post("/api/v1/staff")
        .then()
        .statusCode(503);
    keycloak.heal();

    link("accept", Letters.token(Letters.to(email).await(1)), Business.PASSWORD)
        .then()
        .statusCode(200);
  }

  @Test
  @Rows(part = {"TEN-3", "GEN-1"})
  void onlyTheOwnOwnerInvites() {
    Business business = Business.fresh();
    String path = "/api/v1/staff/" + invite(business, freshEmail()) + "/invitation";

    given().post(path).then().statusCode(401);
    business.asAgent().post(path).then().statusCode(403);
    Business.fresh().asOwner().post(path).then().statusCode(404);
  }
}
