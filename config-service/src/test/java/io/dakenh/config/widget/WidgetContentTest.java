package io.dakenh.config.widget;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.dakenh.config.storage.Collections;
import io.dakenh.config.support.Business;
import io.dakenh.config.support.Section;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.test.EventProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What follows from the sections in the public document. */
@QuarkusTest
class WidgetContentTest {
  @Inject MongoClient mongo;
  @Inject Bootstraps bootstraps;
  @Inject WidgetRenderer renderer;

  @ConfigProperty(name = "quarkus.mongodb.database")
  String database;

  private static ValidatableResponse widget(Business business) {
    return given().get("/api/v1/public/widgets/" + business.widgetKey()).then().statusCode(200);
  }

  @Test
  @Rows(part = {"WIN-6", "WIN-7", "WIN-15", "LNK-3"})
  void hiddenFieldsAndEmptyLinksAreNotInIt() {
    Business business = Business.fresh();
    Section window = new Section(business, "window");
    window.publishWith(
        Map.of(
            "fields",
            List.of(
                Map.of("key", "phone", "shown", true, "required", true),
                Map.of("key", "name", "shown", false, "required", true),
                Map.of("key", "content", "shown", true, "required", false),
                Map.of(
                    "key",
                    "custom-size",
                    "label",
                    "Cỡ áo",
                    "kind",
                    "choice",
                    "choices",
                    List.of("S", "M"),
                    "shown",
                    true,
                    "required",
                    false)),
            "signature",
            Map.of("text", "Của [[Hoa Mai]]", "link", "https://hoamai.example/")));
    new Section(business, "links")
        .publish(
            Map.of(
                "layout",
                "collapsed",
                "items",
                List.of(link("zalo", "0901234567"), link("email", ""))));

    widget(business)
        .body("window.fields.key", contains("phone", "content", "custom-size"))
        .body("window.fields.kind", contains("text", "multiline", "choice"))
        .body("window.fields.required", contains(true, false, false))
        .body("window.fields[2].choices", contains("S", "M"))
        .body("window.signature.parts[1].text", equalTo("Hoa Mai"))
        .body("window.signature.parts[1].link", equalTo("https://hoamai.example/"))
        .body("links.layout", equalTo("collapsed"))
        .body("links.items.url", contains("https://zalo.me/84901234567"))
        .body("departments", nullValue())
        .body("agents", nullValue());
  }

  private static Map<String, Object> link(String kind, String target) {
    return Map.of(
        "id",
        UUID.randomUUID().toString(),
        "kind",
        kind,
        "target",
        target,
        "description",
        "Liên hệ");
  }

  @Test
  @Rows(part = {"LNK-1", "LNK-4", "SEQ-1", "ITB-2", "WIN-14"})
  void wrongLinksWindowsAndButtonsAreRefusedByTheirPointers() {
    Business business = Business.fresh();

    refused(
        business,
        "links",
        Map.of(
            "layout",
            "full",
            "items",
            List.of(link("facebook", "javascript:alert(1)"), link("zalo", "123"))),
        "/items/0/target",
        "/items/1/target");
    refused(
        business,
        "links",
        Map.of(
            "layout",
            "full",
            "items",
            IntStream.range(0, 6).mapToObj(i -> link("phone", "0901234567")).toList()),
        "/items");
    Map<String, Object> window = new Section(business, "window").content();
    window.put("widthPixels", 279);
    window.put("headerColor", "red");
    window.put("signature", Map.of("text", "a", "link", "javascript:alert(1)"));
    window.put(
        "fields",
        List.of(
            Map.of("key", "name", "shown", true, "required", true),
            Map.of("key", "name", "shown", true, "required", true),
            Map.of("key", "fax", "shown", true, "required", true)));
    refused(
        business,
        "window",
        window,
        "/widthPixels",
        "/headerColor",
        "/signature/link",
        "/fields/1/key",
        "/fields/2/key",
        "/fields/2/label",
        "/fields/2/kind");
    Map<String, Object> sequences = new Section(business, "sequences").content();
    sequences.put(
        "noReply",
        Map.of("enabled", true, "startDelaySeconds", 59, "gapSeconds", 0, "contents", List.of()));
    refused(
        business,
        "sequences",
        sequences,
        "/noReply/startDelaySeconds",
        "/noReply/gapSeconds",
        "/noReply/contents");
    Map<String, Object> buttons = new Section(business, "interaction-buttons").content();
    buttons.put(
        "audio",
        Map.of("kind", "custom", "background", "#000000", "label", "Gọi", "labelColor", "#ffffff"));
    buttons.put("display", "none");
    refused(business, "interaction-buttons", buttons, "/display", "/audio/iconMediaId");
    Map<String, Object> button = new Section(business, "button").content();
    button.put("popupKind", "image");
    button.put("avatarMediaId", UUID.randomUUID().toString());
    refused(business, "button", button, "/image", "/avatarMediaId");
    refused(
        business,
        "websites",
        Map.of("allowed", List.of("example.vn", "EXAMPLE.vn", "*")),
        "/allowed/1",
        "/allowed/2");
    Map<String, Object> sounds = new Section(business, "sounds").content();
    Map<String, Object> loud = new HashMap<>(Map.of("enabled", true, "source", "upload"));
    loud.put("volume", 101);
    sounds.put("message", loud);
    sounds.put(
        "waiting",
        Map.of("enabled", true, "source", "preset", "preset", "tone-nobody", "volume", 50));
    refused(business, "sounds", sounds, "/message/volume", "/message/mediaId", "/waiting/preset");
  }

  private static void refused(
      Business business, String section, Map<String, ?> content, String... pointers) {
    List<String> found =
        business
            .asOwner()
            .header("If-Match", "\"0\"")
            .body(content)
            .put("/api/v1/sections/" + section + "/draft")
            .then()
            .statusCode(400)
            .body("code", equalTo("validation-failed"))
            .extract()
            .path("errors.pointer");
    assertThat(found).as(section).containsExactlyInAnyOrder(pointers);
  }

  @Test
  void warnsOfWhatMayBePublishedNevertheless() {
    Business business = Business.fresh();
    Section window = new Section(business, "window");
    new Section(business, "interaction-buttons").publishWith(Map.of("display", "only-video"));
    Map<String, Object> content = window.content();
    content.put("headerColor", "#ffffff");
    content.put("textColor", "#eeeeee");
    content.put("video", false);
    content.put("signature", Map.of("text", "[[a"));

    window.publish(content);

    assertThat(window.get().getList("warnings.collect { it.pointer + ' ' + it.code }"))
        .containsExactlyInAnyOrder(
            "/textColor low-contrast",
            "/signature/text unbalanced-signature-marks",
            "/video function-off");
    business
        .asOwner()
        .get("/api/v1/sections/interaction-buttons")
        .then()
        .body("warnings.code", contains("function-off"));
    widget(business)
        .body("buttons.function", contains("chat", "audio"))
        .body("buttons.highlighted", contains(false, false));
  }

  @Test
  @Rows(part = {"WIN-8", "WIN-9", "WIN-10"})
  void departmentsAndPeopleAreInItWhereVisitorsChooseAmongThem() {
    Business business = Business.fresh();
    UUID lan = business.hire("Lan", "agent");
    UUID department = business.open("Bán hàng", lan);
    Section window = new Section(business, "window");
    window.publishWith(Map.of("startMode", "department"));
    widget(business)
        .body("departments.name", contains("Chăm sóc khách hàng", "Bán hàng"))
        .body("agents", nullValue());
    window.publishWith(Map.of("startMode", "agent"));
    widget(business)
        .body("departments", nullValue())
        .body("agents.name", contains("Nguyễn Thị Hoa", "Lan"))
        .body("agents[1].departmentId", equalTo(department.toString()));

    business
        .asOwner()
        .header("If-Match", "\"1\"")
        .body(Map.of("name", "Ngọc Lan"))
        .patch("/api/v1/staff/" + lan)
        .then()
        .statusCode(200);

    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> widget(business).body("agents.name", hasItems("Nguyễn Thị Hoa", "Ngọc Lan")));
  }

  @Test
  @Rows(part = "INT-3")
  void onlyAllowedWebsitesGetIt() {
    Business business = Business.fresh();
    String path = "/api/v1/public/widgets/" + business.widgetKey();
    given()
        .header("Origin", "https://anywhere.example")
        .get(path)
        .then()
        .statusCode(200)
        .header("Vary", "Accept-Encoding");
    new Section(business, "websites")
        .publish(
            Map.of("allowed", List.of("HoaMai.example", "*.hoamai.example", "localhost:8080")));

    for (String allowed :
        List.of(
            "https://hoamai.example",
            "http://hoamai.example",
            "https://shop.hoamai.example",
            "http://localhost:8080")) {
      given()
          .header("Origin", allowed)
          .get(path)
          .then()
          .statusCode(200)
          .header("Vary", "Accept-Encoding, Origin");
    }
    given().get(path).then().statusCode(200);
    String unknown = "/api/v1/public/widgets/" + "Z".repeat(32);
    for (String refused :
        List.of(
            "https://evil.example",
            "https://hoamai.example.evil.example",
            "https://xhoamai.example",
            "https://hoamai.example:8443",
            "http://localhost:3000",
            "null")) {
      var answer = given().header("Origin", refused).get(path).then().statusCode(404).extract();
      var quiet = given().header("Origin", refused).get(unknown).then().statusCode(404).extract();
      assertThat(answer.asString()).isEmpty();
      assertThat(names(answer.headers())).isEqualTo(names(quiet.headers()));
      // The same through the slow way, when the document is not in memory.
      bootstraps.published(
          new io.dakenh.contracts.config.WidgetPublished(
              business.id(), business.widgetKey(), Long.MAX_VALUE, null));
      given().header("Origin", refused).get(path).then().statusCode(404);
    }
    try (EventProbe events = EventProbe.connect()) {
      assertThat(
              events
                  .await(EventCatalog.WIDGET_PUBLISHED, business.id(), e -> e.version() == 2)
                  .allowedWebsites())
          .containsExactly("hoamai.example", "*.hoamai.example", "localhost:8080");
    }
  }

  private static List<String> names(io.restassured.http.Headers headers) {
    return headers.asList().stream().map(Object::toString).sorted().toList();
  }

  @Test
  void guessingKeysIsStoppedAndDisturbsNobodyElse() {
    Business business = Business.fresh();
    widget(business);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                given()
                        .header("X-Forwarded-For", "203.0.113.7")
                        .get("/api/v1/public/widgets/" + UUID.randomUUID())
                        .statusCode()
                    == 429);

    given()
        .header("X-Forwarded-For", "203.0.113.7")
        .get("/api/v1/public/widgets/" + business.widgetKey())
        .then()
        .statusCode(200);
    given()
        .header("X-Forwarded-For", "203.0.113.8")
        .get("/api/v1/public/widgets/" + UUID.randomUUID())
        .then()
        .statusCode(404);
  }

  @Test
  void aDocumentOfTheTimeBeforeTheSectionsIsServed() {
    Business business = Business.fresh();
    mongo
        .getDatabase(database)
        .getCollection(Collections.WIDGET)
        .updateOne(
            Filters.eq("_id", business.id()),
            Updates.combine(
                Updates.unset("rendered"),
                Updates.unset("allowedWebsites"),
                Updates.unset("suspended"),
                Updates.set("title", "Cũ"),
                Updates.set("position", "bottom-left")));

    widget(business)
        .body("version", equalTo(1))
        .body("window.title", equalTo("Chúng tôi có thể giúp gì cho bạn?"));
    new Section(business, "window").publishWith(Map.of("title", "Mới"));
    widget(business).body("version", equalTo(2)).body("window.title", equalTo("Mới"));
  }

  @Test
  void aSuspendedBusinessHasNoWidget() {
    Business business = Business.fresh();
    widget(business);
    mongo
        .getDatabase(database)
        .getCollection(Collections.TENANT)
        .updateOne(Filters.eq("_id", business.id()), Updates.set("status", "suspended"));

    renderer.render(business.id());

    given().get("/api/v1/public/widgets/" + business.widgetKey()).then().statusCode(404);
    mongo
        .getDatabase(database)
        .getCollection(Collections.TENANT)
        .updateOne(Filters.eq("_id", business.id()), Updates.set("status", "active"));
    renderer.render(business.id());
    widget(business);
  }

  @Test
  void aNewBusinessHasNoPopupsAndItsTwoSounds() {
    widget(Business.fresh())
        .body("popups", empty())
        .body("sounds.message.volume", equalTo(70))
        .body("sounds.waiting.volume", equalTo(70))
        .body("sounds.audioCall", nullValue())
        .body("buttons.function", contains("chat", "audio", "video"));
  }
}
