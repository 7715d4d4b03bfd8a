package io.dakenh.config.section;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.dakenh.config.support.Business;
import io.dakenh.config.support.Section;
import io.dakenh.contracts.rows.Rows;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What helps an owner to understand popups and automatic messages. */
@QuarkusTest
class SectionToolsTest {
  private static final String EXPLAIN = "/api/v1/sections/popups/explain";
  private static final String TIMELINE = "/api/v1/sections/sequences/timeline";

  private static Map<String, Object> popup(String title, String path, int delaySeconds) {
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
        delaySeconds,
        "resend",
        true);
  }

  @Test
  @Rows(part = "POP-6")
  void saysWhyAPopupShowsOrNot() {
    Business business = Business.fresh();
    new Section(business, "popups")
        .publish(
            Map.of(
                "items",
                List.of(
                    popup("Mọi tin", "/tin-tuc/*", 3),
                    popup("Tết", "/tin-tuc/tet", 5),
                    popup("Im lặng", "/im-lang", 0),
                    popup("Nơi khác", "khac.example/tin-tuc/tet", 5))));

    business
        .asOwner()
        .body(Map.of("url", "https://HoaMai.example/tin-tuc/tet/?utm=1#x"))
        .post(EXPLAIN)
        .then()
        .statusCode(200)
        .body("normalizedUrl", equalTo("hoamai.example/tin-tuc/tet?utm=1"))
        .body("shows", equalTo("popup"))
        .body("popup.title", equalTo("Tết"))
        .body("afterSeconds", equalTo(5))
        .body("reason", equalTo("matched"))
        .body("candidates.matches", contains(true, true, false, false))
        .body(
            "candidates.reason",
            contains("longer-path-selected", "selected", "path-differs", "host-differs"));
    business
        .asOwner()
        .body(Map.of("url", "https://hoamai.example/im-lang"))
        .post(EXPLAIN)
        .then()
        .body("shows", equalTo("nothing"))
        .body("popup.title", equalTo("Im lặng"))
        .body("afterSeconds", nullValue())
        .body("reason", equalTo("matched-delay-zero"));
    business
        .asOwner()
        .body(Map.of("url", "/lien-he"))
        .post(EXPLAIN)
        .then()
        .body("shows", equalTo("fallback"))
        .body("afterSeconds", equalTo(5))
        .body("reason", equalTo("no-match"));
    new Section(business, "button").publishWith(Map.of("delaySeconds", 0));
    business
        .asOwner()
        .body(Map.of("url", "/lien-he"))
        .post(EXPLAIN)
        .then()
        .body("shows", equalTo("nothing"))
        .body("reason", equalTo("fallback-delay-zero"));
    business
        .asOwner()
        .body(
            Map.of(
                "url",
                "/lien-he",
                "content",
                Map.of("items", List.of(popup("Nháp", "/lien-he", 9)))))
        .post(EXPLAIN)
        .then()
        .body("popup.title", equalTo("Nháp"));
  }

  @Test
  @Rows(part = "SEQ-6")
  void playsAutomaticMessagesThrough() {
    Business business = Business.fresh();
    Section sequences = new Section(business, "sequences");
    Map<String, Object> content = sequences.content();
    content.put(
        "noReply",
        Map.of(
            "enabled",
            true,
            "startDelaySeconds",
            60,
            "gapSeconds",
            5,
            "contents",
            List.of("Đợi chút ạ", "Vẫn đang đợi")));

    business
        .asOwner()
        .body(
            Map.of(
                "content",
                content,
                "events",
                List.of(Map.of("atSeconds", 62, "kind", "agent-reply")),
                "horizonSeconds",
                100))
        .post(TIMELINE)
        .then()
        .statusCode(200)
        .body("steps.kind", contains("armed", "sent", "cancelled"))
        .body("steps.atSeconds", contains(0, 60, 62))
        .body("steps[1].text", equalTo("Đợi chút ạ"))
        .body("steps[1].index", equalTo(0))
        .body("steps[2].reason", equalTo("agent-reply"));
    business
        .asOwner()
        .body("{}")
        .post(TIMELINE)
        .then()
        .statusCode(200)
        .body("steps", equalTo(List.of()));
  }

  @Test
  void namesWhatIsWrongAndIsForOwnersOnly() {
    Business business = Business.fresh();

    for (String path : List.of(EXPLAIN, TIMELINE)) {
      given().contentType("application/json").body("{}").post(path).then().statusCode(401);
      business.asAgent().body("{}").post(path).then().statusCode(403);
    }
    business
        .asOwner()
        .body(Map.of("url", ""))
        .post(EXPLAIN)
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/url"));
    business
        .asOwner()
        .body(Map.of("url", "/a", "content", Map.of("items", List.of(popup("", "/a", 1)))))
        .post(EXPLAIN)
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/content/items/0/title"));
    business
        .asOwner()
        .body(Map.of("events", List.of(Map.of("atSeconds", -1, "kind", "x")), "horizonSeconds", -5))
        .post(TIMELINE)
        .then()
        .statusCode(400)
        .body(
            "errors.pointer", contains("/events/0/atSeconds", "/events/0/kind", "/horizonSeconds"));
  }
}
