package io.dakenh.config.widget;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import com.aayushatharva.brotli4j.decoder.DecoderJNI;
import io.dakenh.config.support.Business;
import io.dakenh.config.support.Section;
import io.dakenh.config.support.StoreRoad;
import io.dakenh.contracts.config.WidgetPublished;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.devstack.test.EventProbe;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WidgetResourceTest {
  @Inject StoreRoad store;
  @Inject WidgetRepository widgets;

  @TestHTTPResource("/api/v1/public/widgets/")
  URI bootstraps;

  private HttpResponse<byte[]> fetch(String key, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(bootstraps.resolve(key));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  @Test
  void whatIsPublishedIsServedAtOnce() {
    Business business = Business.fresh();
    String path = "/api/v1/public/widgets/" + business.widgetKey();
    given()
        .get(path)
        .then()
        .statusCode(200)
        .body("version", equalTo(1))
        .body("businessName", equalTo(business.name()))
        .body("window.title", equalTo("Chúng tôi có thể giúp gì cho bạn?"));

    new Section(business, "window")
        .publishWith(
            Map.of(
                "headerColor",
                "#AA00FF",
                "title",
                " Xin chào ",
                "description",
                "Dòng một\nDòng hai"));

    given()
        .get(path)
        .then()
        .statusCode(200)
        .body("version", equalTo(2))
        .body("window.headerColor", equalTo("#aa00ff"))
        .body("window.title", equalTo("Xin chào"))
        .body("window.description", equalTo("Dòng một\nDòng hai"));
    try (EventProbe events = EventProbe.connect()) {
      events.await(EventCatalog.WIDGET_PUBLISHED, business.id(), e -> e.version() == 2);
    }
  }

  @Test
  void showsVisitorsNothingOfOurs() throws Exception {
    Business business = Business.fresh();

    HttpResponse<byte[]> answer = fetch(business.widgetKey());

    String json = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(JsonPath.from(json).getMap("").keySet())
        .containsExactlyInAnyOrder(
            "version",
            "locale",
            "businessName",
            "popups",
            "fallback",
            "launcher",
            "window",
            "buttons",
            "links",
            "sounds");
    assertThat(json).doesNotContain(business.id().toString());
    assertThat(answer.headers().map())
        .containsEntry("access-control-allow-origin", java.util.List.of("*"))
        .containsEntry("vary", java.util.List.of("Accept-Encoding"))
        .containsEntry("x-content-type-options", java.util.List.of("nosniff"))
        .containsEntry("cache-control", java.util.List.of("public, max-age=1, must-revalidate"))
        .doesNotContainKey("access-control-allow-credentials");
  }

  @Test
  void sendsEachBrowserWhatItReads() throws Exception {
    Business business = Business.fresh();
    HttpResponse<byte[]> plain = fetch(business.widgetKey());
    HttpResponse<byte[]> gzip = fetch(business.widgetKey(), "Accept-Encoding", "gzip, br;q=0");
    HttpResponse<byte[]> brotli =
        fetch(business.widgetKey(), "Accept-Encoding", "gzip, deflate, br");

    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(gzip.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(brotli.headers().firstValue("Content-Encoding")).hasValue("br");
    try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(gzip.body()))) {
      assertThat(unpacked.readAllBytes()).isEqualTo(plain.body());
    }
    Brotli4jLoader.ensureAvailability();
    assertThat(Decoder.decompress(brotli.body()).getResultStatus())
        .isEqualTo(DecoderJNI.Status.DONE);
    assertThat(Decoder.decompress(brotli.body()).getDecompressedData()).isEqualTo(plain.body());
    assertThat(
            java.util.stream.Stream.of(plain, gzip, brotli)
                .map(a -> a.headers().firstValue("ETag").orElseThrow()))
        .doesNotHaveDuplicates()
        .allMatch(tag -> tag.matches("\"[0-9a-f]{24}(-gzip|-br)?\""));
    for (HttpResponse<byte[]> known : java.util.List.of(plain, gzip, brotli)) {
      HttpResponse<byte[]> again =
          fetch(
              business.widgetKey(),
              "If-None-Match",
              known.headers().firstValue("ETag").orElseThrow());
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
    }
  }

  @Test
  void aKeyNobodyHasIsQuietlyAbsent() throws Exception {
    for (String key : java.util.List.of("A".repeat(32), "x", "%3Cscript%3E")) {
      HttpResponse<byte[]> answer = fetch(key);

      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).isEmpty();
      assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    }
  }

  @Test
  void aDocumentInMemoryCostsNoQueryAndServesWhenTheStoreIsAway() throws Exception {
    Business business = Business.fresh();
    assertThat(fetch(business.widgetKey()).statusCode()).isEqualTo(200);

    store.block();
    try {
      for (int i = 0; i < 50; i++) {
        assertThat(fetch(business.widgetKey()).statusCode()).isEqualTo(200);
      }
    } finally {
      store.free();
    }
  }

  @Test
  void hearsOfVersionsOtherReplicasPublish() throws Exception {
    Business business = Business.fresh();
    assertThat(fetch(business.widgetKey()).statusCode()).isEqualTo(200);
    Widget elsewhere = widgets.require(business.id());
    elsewhere.rendered = "{\"businessName\":\"Từ bản sao khác\"}";
    elsewhere.version = 2;
    elsewhere.pending.clear();
    elsewhere.relay = null;
    widgets.update(elsewhere);

    try (EventProbe events = EventProbe.connect()) {
      events.publish(
          EventCatalog.WIDGET_PUBLISHED,
          business.id().toString(),
          business.id(),
          new WidgetPublished(business.id(), business.widgetKey(), 2, null));
    }

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(new String(fetch(business.widgetKey()).body(), StandardCharsets.UTF_8))
                    .contains("Từ bản sao khác"));
  }
}
