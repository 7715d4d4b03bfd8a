package io.dakenh.config.checklist;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.dakenh.config.support.Business;
import io.dakenh.contracts.rows.Rows;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What to do first ticks itself. */
@QuarkusTest
class ChecklistTest {
  private static final String PATH = "/api/v1/checklist";

  @Test
  void ticksItselfAndIsPutAway() {
    Business business = Business.fresh();
    business
        .asOwner()
        .get(PATH)
        .then()
        .statusCode(200)
        .body("open", equalTo(false))
        .body("websiteSeen", equalTo(false))
        .body("colleagues", equalTo(false));

    business.hire("Lan", "agent");
    String widget = "/api/v1/public/widgets/" + business.widgetKey();
    given().get(widget).then().statusCode(200);
    given().header("Origin", "http://localhost:8080").get(widget).then().statusCode(200);
    assertThat(business.asOwner().get(PATH).<Boolean>path("websiteSeen")).isFalse();
    given().header("Origin", "https://hoamai.example").get(widget).then().statusCode(200);

    Awaitility.await()
        .untilAsserted(
            () -> business.asOwner().get(PATH).then().body("websiteSeen", equalTo(true)));
    business
        .asOwner()
        .body("{\"open\": true}")
        .put(PATH)
        .then()
        .statusCode(200)
        .body("open", equalTo(true))
        .body("colleagues", equalTo(true));
    business.asOwner().body("{\"open\": false}").put(PATH).then().body("open", equalTo(false));
    business
        .asOwner()
        .body("{}")
        .put(PATH)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/open"));
  }

  @Test
  @Rows(part = "GEN-1")
  void isTheOwners() {
    Business business = Business.fresh();
    given().get(PATH).then().statusCode(401);
    business.asAgent().get(PATH).then().statusCode(403);
    business.asAgent().body("{\"open\": true}").put(PATH).then().statusCode(403);
  }
}
