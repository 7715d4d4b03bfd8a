package io.dakenh.livetalk.site;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.dakenh.contracts.rows.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/**
 * Headers of static files. The files of the widget itself are served from the packaged service
 * only; these stand for them.
 */
@QuarkusTest
class StaticHeadersTest {
  @Test
  @Rows(part = "INT-2")
  void saysHowLongToKeepWhat() {
    get("/widget/v1/probe.js")
        .statusCode(200)
        .header("Cache-Control", containsString("max-age=300"))
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .header("X-Content-Type-Options", "nosniff");
    get("/widget/v1/assets/probe-12345678.js")
        .statusCode(200)
        .header("Cache-Control", "public, max-age=31536000, immutable");
    get("/widget/v1/probe.html")
        .statusCode(200)
        .header("Cache-Control", "no-cache")
        .header("Content-Security-Policy", containsString("script-src 'self'"));
    get("/site/probe.html").statusCode(200).header("Cache-Control", "no-cache");
    get("/site").statusCode(302).header("Location", containsString("/site/"));
  }

  @Test
  void neverLetsAnErrorBeKept() {
    get("/widget/v1/assets/none-12345678.js").statusCode(404).header("Cache-Control", "no-store");
  }

  private static ValidatableResponse get(String path) {
    return given().redirects().follow(false).get(path).then();
  }
}
