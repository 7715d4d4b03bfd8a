package io.dakenh.livetalk.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.dakenh.contracts.rows.Rows;
import io.dakenh.livetalk.support.Business;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.awaitility.Awaitility;
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
  @Rows(part = "INT-3")
  void onlyTheWebsitesOfABusinessMayFrameItsChat() {
    try (Business shop = Business.withAgents(0);
        Business other = Business.withAgents(0)) {
      assertThat(ancestors(shop.widgetKey())).isEqualTo("*");
      shop.publishWidget(5, List.of("hoamai.vn", "*.hoamai.vn"));
      Awaitility.await()
          .untilAsserted(
              () ->
                  assertThat(ancestors(shop.widgetKey()))
                      .isEqualTo("'self' hoamai.vn *.hoamai.vn"));
      shop.publishWidget(4, List.of("cu.vn"));
      shop.publishWidget(6, List.of("moi.vn"));
      Awaitility.await()
          .untilAsserted(() -> assertThat(ancestors(shop.widgetKey())).isEqualTo("'self' moi.vn"));
      assertThat(ancestors(other.widgetKey())).isEqualTo("*");
    }
    assertThat(ancestors("none")).isEqualTo("'self'");
    get("/widget/v1/app.html")
        .header("Content-Security-Policy", endsWith("frame-ancestors 'self'"));
  }

  private static String ancestors(String widgetKey) {
    String policy =
        given()
            .queryParam("key", widgetKey)
            .get("/widget/v1/app.html")
            .then()
            .extract()
            .header("Content-Security-Policy");
    return policy.substring(policy.indexOf("frame-ancestors ") + "frame-ancestors ".length());
  }

  @Test
  void onlyOurOwnPagesMayFrameThePreview() {
    get("/widget/v1/preview.html")
        .header("Content-Security-Policy", endsWith("frame-ancestors 'self'"));
    get("/widget/preview.html?locale=en")
        .statusCode(302)
        .header("Location", endsWith("/widget/v1/preview.html?locale=en"));
  }

  @Test
  void neverLetsAnErrorBeKept() {
    get("/widget/v1/assets/none-12345678.js").statusCode(404).header("Cache-Control", "no-store");
  }

  private static ValidatableResponse get(String path) {
    return given().redirects().follow(false).get(path).then();
  }
}
