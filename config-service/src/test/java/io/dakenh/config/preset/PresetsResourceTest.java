package io.dakenh.config.preset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.config.support.Business;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.platform.media.Inspected;
import io.dakenh.platform.media.Inspector;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PresetsResourceTest {
  @Inject Inspector inspector;

  @Test
  @Rows(part = {"SND-2", "SND-8"})
  void offersSoundsThatPlay() {
    JsonPath presets =
        Business.fresh()
            .asOwner()
            .get("/api/v1/presets")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(presets.getList("tones")).hasSizeGreaterThanOrEqualTo(6);
    assertThat(presets.getList("ringtones")).hasSizeGreaterThanOrEqualTo(4);
    assertThat(presets.getList("waiting")).hasSizeGreaterThanOrEqualTo(2);
    int total = 0;
    for (String kind : List.of("tones", "ringtones", "waiting")) {
      for (Map<String, Object> preset : presets.<Map<String, Object>>getList(kind)) {
        String url = String.valueOf(preset.get("url")).replaceFirst("^/api/config/", "/api/");
        byte[] bytes =
            given()
                .get(url)
                .then()
                .statusCode(200)
                .header("Content-Type", "audio/mpeg")
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .extract()
                .asByteArray();
        total += bytes.length;
        Inspected sound =
            inspector.sound(bytes, Duration.ofSeconds(kind.equals("tones") ? 10 : 300));
        assertThat(sound.durationMilliseconds())
            .isBetween(
                ((Number) preset.get("durationMilliseconds")).longValue() - 10,
                ((Number) preset.get("durationMilliseconds")).longValue() + 150);
      }
    }
    assertThat(total).isLessThan(1_500_000);
  }

  @Test
  @Rows(part = "ITB-1")
  void namesTheIcons() {
    assertThat(Business.fresh().asOwner().get("/api/v1/presets").jsonPath().getList("icons"))
        .hasSizeGreaterThanOrEqualTo(8)
        .contains("chat", "phone", "video", "lotus");
  }

  @Test
  void servesParts() {
    given()
        .header("Range", "bytes=0-1")
        .get("/api/v1/public/sounds/tone-bell")
        .then()
        .statusCode(206)
        .header("Content-Length", "2");
    given()
        .header("Range", "bytes=9999999-")
        .get("/api/v1/public/sounds/tone-bell")
        .then()
        .statusCode(416);
    given().head("/api/v1/public/sounds/tone-bell").then().statusCode(200);
    given().get("/api/v1/public/sounds/tone-none").then().statusCode(404);
    given().get("/api/v1/public/sounds/..%2Fapplication.properties").then().statusCode(404);
  }

  @Test
  void areListedForOwnersOnly() {
    given().get("/api/v1/presets").then().statusCode(401);
    Business.fresh().asAgent().get("/api/v1/presets").then().statusCode(403);
  }
}
