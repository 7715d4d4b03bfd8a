package io.dakenh.config.console;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConsoleRoutesTest {
  private static final Pattern ASSET = Pattern.compile("/assets/[^\"]+\\.js");

  @Test
  void everyPathWithoutAFileIsThePage() {
    for (String path : List.of("/", "/index.html", "/desk", "/tich-hop/da-kenh/cau-hinh/bo-phan")) {
      given()
          .header("Accept-Encoding", "identity")
          .get(path)
          .then()
          .statusCode(200)
          .contentType("text/html;charset=utf-8")
          .header("Cache-Control", equalTo("no-cache"))
          .header("X-Content-Type-Options", equalTo("nosniff"))
          .header("Content-Security-Policy", containsString("script-src 'self';"))
          .header("Content-Security-Policy", containsString("frame-ancestors 'self'"))
          .body(containsString("<div id=\"root\">"));
    }
  }

  @Test
  void filesWithAHashNeverChange() {
    String page = given().get("/").asString();
    Matcher asset = ASSET.matcher(page);
    Assertions.assertThat(asset.find()).isTrue();

    String tag =
        given()
            .header("Accept-Encoding", "gzip")
            .get(asset.group())
            .then()
            .statusCode(200)
            .header("Content-Encoding", equalTo("gzip"))
            .header("Cache-Control", equalTo("public, max-age=31536000, immutable"))
            .header("Content-Type", containsString("text/javascript"))
            .header("Content-Security-Policy", nullValue())
            .extract()
            .header("ETag");

    given().header("If-None-Match", tag).get(asset.group()).then().statusCode(304);
    given().head(asset.group()).then().statusCode(200).header("Content-Length", not("0"));
  }

  @Test
  void aMissingFileOrEndpointIsNotThePage() {
    given()
        .get("/assets/none-1234.js")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
    given().get("/api/v1/none").then().statusCode(404).contentType("application/problem+json");
    given().get("/api").then().statusCode(404);
    given().get("/q/none").then().statusCode(404);
    given().post("/desk").then().statusCode(404);
    given()
        .urlEncodingEnabled(false)
        .get("/..%2f..%2fapplication.properties")
        .then()
        .statusCode(404);
  }

  @Test
  void saysHowItIs() {
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.find { it.name == 'identity' }.data.reachable", equalTo(true))
        .body("checks.find { it.name == 'events' }.data.delayed", equalTo(false));
  }
}
