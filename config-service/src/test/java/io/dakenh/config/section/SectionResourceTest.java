package io.dakenh.config.section;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.dakenh.config.support.Business;
import io.dakenh.config.support.Section;
import io.dakenh.contracts.config.SectionPublished;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.identity.Tokens;
import io.dakenh.devstack.test.EventProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SectionResourceTest {
  private static final String SECTIONS = "/api/v1/sections";

  private static Map<String, Object> popup(String title, String path) {
    return Map.of(
        "id",
        UUID.randomUUID().toString(),
        "title",
        title,
        "path",
        path,
        "content",
        "Nội dung",
        "delaySeconds",
        3,
        "resend",
        false);
  }

  @Test
  void anUntouchedSectionHasItsDefaultsAndVersionZero() {
    Business business = Business.fresh();

    business
        .asOwner()
        .get(SECTIONS)
        .then()
        .statusCode(200)
        .body(
            "items.section",
            equalTo(
                List.of(
                    "sounds",
                    "popups",
                    "sequences",
                    "button",
                    "window",
                    "interaction-buttons",
                    "links",
                    "websites",
                    "offline",
                    "retention")))
        .body("items.version.unique()", equalTo(List.of(0)))
        .body("items.draft.unique()", equalTo(List.of(false)));
    business
        .asOwner()
        .get(SECTIONS + "/window")
        .then()
        .statusCode(200)
        .header("ETag", "\"0\"")
        .body("publishedVersion", equalTo(0))
        .body("publishedAt", nullValue())
        .body("draft", nullValue())
        .body("published.startMode", equalTo("none"))
        .body("warnings", empty());
  }

  @Test
  void everyDefaultPassesItsOwnCheck() {
    Business business = Business.fresh();

    for (String name :
        business.asOwner().get(SECTIONS).jsonPath().<String>getList("items.section")) {
      Section section = new Section(business, name);
      business
          .asOwner()
          .body(section.content())
          .post(section.path() + "/preview")
          .then()
          .statusCode(200);
      section.draft(section.content());
      assertThat(section.get().getInt("version")).as(name).isZero();
    }
  }

  @Test
  void aDraftIsSeenByOwnersOnlyUntilItIsPublished() {
    Business business = Business.fresh();
    Section popups = new Section(business, "popups");

    business
        .asOwner()
        .header("If-Match", "\"0\"")
        .body(Map.of("items", List.of(popup("Khuyến mãi", "/khuyen-mai/"))))
        .put(popups.path() + "/draft")
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("draft.items[0].title", equalTo("Khuyến mãi"))
        .body("published.items", empty())
        .body("draftUpdatedBy.name", equalTo("Nguyễn Thị Hoa"));
    given()
        .get("/api/v1/public/widgets/" + business.widgetKey())
        .then()
        .body("popups", empty())
        .body("version", equalTo(1));

    business
        .asOwner()
        .header("If-Match", "\"1\"")
        .post(popups.path() + "/publish")
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("publishedVersion", equalTo(1))
        .body("publishedBy.id", equalTo(business.ownerId().toString()))
        .body("publishedBy.name", equalTo("Nguyễn Thị Hoa"))
        .body("draft", nullValue())
        .body("published.items[0].path", equalTo("/khuyen-mai/"));
    given()
        .get("/api/v1/public/widgets/" + business.widgetKey())
        .then()
        .body("version", equalTo(2))
        .body("popups[0].path", equalTo("/khuyen-mai"));
    try (EventProbe events = EventProbe.connect()) {
      SectionPublished event =
          events.await(
              EventCatalog.SECTION_PUBLISHED,
              business.id(),
              e -> e.section().equals("popups") && e.version() == 1);
      assertThat(JsonPath.from(event.content()).getString("items[0].title"))
          .isEqualTo("Khuyến mãi");
    }
    business
        .asOwner()
        .header("If-Match", "\"2\"")
        .post(popups.path() + "/publish")
        .then()
        .statusCode(422)
        .body("code", equalTo("nothing-to-publish"));
  }

  @Test
  void aDraftEqualToWhatIsPublishedIsNone() {
    Business business = Business.fresh();
    Section links = new Section(business, "links");
    links.draft(Map.of("layout", "collapsed", "items", List.of()));
    assertThat(links.get().getString("draft.layout")).isEqualTo("collapsed");

    links.draft(Map.of("layout", "full", "items", List.of()));

    assertThat(links.get().getString("draft")).isNull();
    assertThat(links.get().getString("draftUpdatedAt")).isNull();
    links.draft(Map.of("layout", "collapsed", "items", List.of()));
    business
        .asOwner()
        .header("If-Match", links.tag())
        .delete(links.path() + "/draft")
        .then()
        .statusCode(200)
        .body("draft", nullValue());
  }

  @Test
  void previewStoresNothing() {
    Business business = Business.fresh();
    Section window = new Section(business, "window");
    Map<String, Object> content = window.content();
    content.put("title", "Chỉ xem thử");

    business
        .asOwner()
        .body(content)
        .post(window.path() + "/preview")
        .then()
        .statusCode(200)
        .body("window.title", equalTo("Chỉ xem thử"))
        .body("businessName", equalTo(business.name()));

    assertThat(window.get().getInt("version")).isZero();
    given()
        .get("/api/v1/public/widgets/" + business.widgetKey())
        .then()
        .body("window.title", equalTo("Chúng tôi có thể giúp gì cho bạn?"));
    business
        .asOwner()
        .body(Map.of("title", 7))
        .post(window.path() + "/preview")
        .then()
        .statusCode(400)
        .body("code", equalTo("validation-failed"));
  }

  @Test
  void namesEverythingThatIsWrong() {
    Business business = Business.fresh();
    Section popups = new Section(business, "popups");
    Map<String, Object> wrong =
        Map.of(
            "items",
            List.of(
                popup("Một", "https://Shop.example/a/"),
                popup("Hai", "shop.example/a"),
                Map.of(
                    "id", "x",
                    "title", "",
                    "path", "",
                    "content", "c".repeat(1_001),
                    "delaySeconds", -1,
                    "resend", "có",
                    "extra", 1)));

    business
        .asOwner()
        .header("If-Match", "\"0\"")
        .body(wrong)
        .put(popups.path() + "/draft")
        .then()
        .statusCode(400)
        .body("code", equalTo("validation-failed"))
        .body(
            "errors.collect { it.pointer + ' ' + it.code }",
            containsInAnyOrder(
                "/items/1/path duplicate",
                "/items/2/id uuid",
                "/items/2/title not-blank",
                "/items/2/path not-blank",
                "/items/2/content too-long",
                "/items/2/delaySeconds out-of-range",
                "/items/2/resend wrong-type",
                "/items/2/extra unknown-member"));
    business
        .asOwner()
        .header("If-Match", "\"0\"")
        .body("[]")
        .put(popups.path() + "/draft")
        .then()
        .statusCode(400)
        .body("code", equalTo("malformed-json"));
    business
        .asOwner()
        .header("If-Match", "\"0\"")
        .body("{")
        .put(popups.path() + "/draft")
        .then()
        .statusCode(400)
        .body("code", equalTo("malformed-json"));
  }

  @Test
  @Rows(part = "GEN-1")
  void onlyOwnersOfTheBusinessConfigure() {
    Business business = Business.fresh();
    Section window = new Section(business, "window");
    window.publishWith(Map.of("title", "Của chúng tôi"));
    Business other = Business.fresh();

    for (String path : List.of("", "/window", "/window/versions", "/window/versions/1")) {
      given().get(SECTIONS + path).then().statusCode(401);
      business.asAgent().get(SECTIONS + path).then().statusCode(403);
      business.asOwner().get(SECTIONS + path).then().statusCode(200);
    }
    for (String path :
        List.of("/window/publish", "/window/versions/1/restore", "/window/preview")) {
      given().contentType("application/json").post(SECTIONS + path).then().statusCode(401);
      business.asAgent().body("{}").post(SECTIONS + path).then().statusCode(403);
    }
    business.asAgent().body("{}").put(SECTIONS + "/window/draft").then().statusCode(403);
    business.asAgent().delete(SECTIONS + "/window/draft").then().statusCode(403);
    given().contentType("application/json").put(SECTIONS + "/window/draft").then().statusCode(401);
    given().delete(SECTIONS + "/window/draft").then().statusCode(401);

    other.asOwner().get(SECTIONS + "/window/versions/1").then().statusCode(404);
    other
        .asOwner()
        .header("If-Match", "\"0\"")
        .post(SECTIONS + "/window/versions/1/restore")
        .then()
        .statusCode(404);
    other
        .asOwner()
        .get(SECTIONS + "/window")
        .then()
        .body("published.title", equalTo("Chúng tôi có thể giúp gì cho bạn?"));
    business.asOwner().get(SECTIONS + "/secrets").then().statusCode(404);
    business.asOwner().get(SECTIONS + "/secrets").then().body("code", equalTo("section-not-found"));
    given().auth().oauth2(Tokens.operator()).get(SECTIONS + "/window").then().statusCode(403);
  }

  @Test
  @Rows(part = "GEN-4")
  void twoOwnersEditingAtOnceMeetAConflict() {
    Business business = Business.fresh();
    Section window = new Section(business, "window");
    Map<String, Object> content = window.content();
    content.put("title", "Người thứ nhất");
    window.draft(content);

    content.put("title", "Người thứ hai");
    business
        .asOwner()
        .header("If-Match", "\"0\"")
        .body(content)
        .put(window.path() + "/draft")
        .then()
        .statusCode(412)
        .body("code", equalTo("etag-mismatch"));
    business.asOwner().body(content).put(window.path() + "/draft").then().statusCode(428);
    business.asOwner().post(window.path() + "/publish").then().statusCode(428);
    business.asOwner().delete(window.path() + "/draft").then().statusCode(428);
    assertThat(window.get().getString("draft.title")).isEqualTo("Người thứ nhất");
  }

  @Test
  void ofManyPublishesAtOnceOneWins() throws Exception {
    Business business = Business.fresh();
    Section window = new Section(business, "window");
    Map<String, Object> content = window.content();
    content.put("title", "Một lần thôi");
    window.draft(content);
    String tag = window.tag();
    int together = 6;
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(together)) {
      Callable<Integer> publish =
          () -> {
            start.await();
            return business
                .asOwner()
                .header("If-Match", tag)
                .post(window.path() + "/publish")
                .statusCode();
          };
      List<Future<Integer>> answers =
          java.util.stream.Stream.generate(() -> threads.submit(publish)).limit(together).toList();
      start.countDown();
      List<Integer> statuses = new java.util.ArrayList<>();
      for (Future<Integer> answer : answers) {
        statuses.add(answer.get());
      }

      assertThat(statuses).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 412);
    }
    business
        .asOwner()
        .get(window.path() + "/versions")
        .then()
        .body("items", hasSize(1))
        .body("items[0].version", equalTo(1));
  }
}
