package io.dakenh.config.signup;

import static io.dakenh.config.signup.SignUpRequests.freshEmail;
import static io.dakenh.config.signup.SignUpRequests.letter;
import static io.dakenh.config.signup.SignUpRequests.link;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.dakenh.config.support.Keycloak;
import io.dakenh.config.support.Letters;
import io.dakenh.config.tenant.TenantRepository;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sign-up that stops at any step ends as if it had not. */
@QuarkusTest
@Rows(part = "TEN-1")
class SignUpRecoveryTest {
  @Inject Keycloak keycloak;
  @Inject SignUpRepository signUps;
  @Inject TenantRepository tenants;

  @AfterEach
  void healKeycloak() {
    keycloak.heal();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, .*/users, before",
    "POST, .*/users, after",
    "POST, .*/organizations, before",
    "POST, .*/organizations, after",
    "POST, .*/members, before",
    "POST, .*/members, after",
    "POST, .*/role-mappings/realm, before",
    "POST, .*/role-mappings/realm, after"
  })
  void theSweepFinishesWhatKeycloakInterrupted(String method, String path, String when) {
    String email = freshEmail();
    String token = letter(email);
    keycloak.fail(method, path, when);
    link("confirm", token).then().statusCode(503).body("code", equalTo("identity-unavailable"));
    UUID id = idOf(email);
    assertThat(tenants.findById(id)).as("no half business").isNull();
    keycloak.heal();

    Awaitility.await().untilAsserted(() -> assertThat(tenants.findById(id)).isNotNull());

    assertOneBusiness(email, id);
    link("confirm", token).then().statusCode(200).body("state", equalTo("confirmed"));
    assertOneBusiness(email, id);
  }

  @Test
  void theNextPressOfTheButtonFinishesIt() {
    String email = freshEmail();
    String token = letter(email);
    keycloak.fail("POST", ".*/users", "before");
    link("confirm", token).then().statusCode(503);
    keycloak.heal();

    Awaitility.await().until(() -> link("confirm", token).statusCode() == 200);

    assertOneBusiness(email, idOf(email));
  }

  /** As a process leaves it that dies after the business was made and before it noted so. */
  @Test
  void aConfirmationThatWasNotNotedIsNotedByTheNext() {
    String email = freshEmail();
    String token = letter(email);
    link("confirm", token).then().statusCode(200);
    SignUp forgotten = signUps.find("email", email).firstResult();
    forgotten.confirmedAt = null;
    forgotten.password = io.dakenh.config.identity.PasswordHash.of(SignUpRequests.PASSWORD);
    signUps.update(forgotten);

    link("confirm", token).then().statusCode(200);

    assertOneBusiness(email, forgotten.id);
    assertThat(signUps.findById(forgotten.id).password).isNull();
  }

  /** As a process leaves it that dies after it wrote the sign-up down: the letter lies in it. */
  @Test
  void theLetterIsWrittenWhenKeycloakIsBack() {
    String email = freshEmail();
    keycloak.fail("GET", ".*/users", "before");
    SignUpRequests.send(SignUpRequests.body(email)).then().statusCode(202);
    assertThat(Letters.to(email).all()).isEmpty();
    keycloak.heal();

    assertThat(Letters.token(Letters.to(email).await(1))).hasSize(43);
  }

  private UUID idOf(String email) {
    return signUps.find("email", email).firstResult().id;
  }

  private void assertOneBusiness(String email, UUID id) {
    JsonPath person = keycloak.person(email);
    assertThat(person.getList("")).hasSize(1);
    assertThat(person.<String>getList("[0].roles")).containsExactly("owner");
    assertThat(person.getInt("[0].user.passwords")).isEqualTo(1);
    assertThat(person.<String>getList("[0].organizations.name")).containsExactly(id.toString());
    String owner = Tokens.owner(id, UUID.fromString(person.getString("[0].user.id")), "Hoa");
    given().auth().oauth2(owner).get("/api/v1/staff").then().body("items", hasSize(1));
    given()
        .auth()
        .oauth2(owner)
        .get("/api/v1/departments")
        .then()
        .body("items", hasSize(1))
        .body("items[0].default", equalTo(true));
  }
}
