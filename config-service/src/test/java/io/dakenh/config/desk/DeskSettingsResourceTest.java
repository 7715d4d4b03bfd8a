package io.dakenh.config.desk;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.dakenh.config.support.Business;
import io.dakenh.config.support.Section;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeskSettingsResourceTest {
  private static final String PATH = "/api/v1/desk-settings";

  @Test
  void desksHearWhatTheOwnerPublished() {
    Business business = Business.fresh();
    Section sounds = new Section(business, "sounds");
    String tag =
        business
            .asAgent()
            .get(PATH)
            .then()
            .statusCode(200)
            .body("version", equalTo(0))
            .body("sounds.message.url", notNullValue())
            .extract()
            .header("ETag");
    business.asAgent().header("If-None-Match", tag).get(PATH).then().statusCode(304);
    Map<String, Object> content = sounds.content();
    String preset = sounds.get().getString("published.audioCall.preset");
    content.put("audioCall", sound(true, preset, 35));
    content.put("videoCall", sound(false, preset, 35));

    sounds.publish(content);

    business
        .asAgent()
        .header("If-None-Match", tag)
        .get(PATH)
        .then()
        .statusCode(200)
        .header("ETag", not(equalTo(tag)))
        .body("version", equalTo(1))
        .body("sounds.audioCall.volume", equalTo(35))
        .body("sounds.audioCall.url", endsWith("/" + preset))
        .body("sounds.videoCall", nullValue());
    business.asOwner().get(PATH).then().statusCode(200);
    Business.fresh().asAgent().get(PATH).then().body("version", equalTo(0));
    given().get(PATH).then().statusCode(401);
  }

  private static Map<String, Object> sound(boolean enabled, String preset, int volume) {
    Map<String, Object> sound = new HashMap<>();
    sound.put("enabled", enabled);
    sound.put("source", "preset");
    sound.put("preset", preset);
    sound.put("volume", volume);
    return sound;
  }
}
