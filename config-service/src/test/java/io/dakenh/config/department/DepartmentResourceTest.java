package io.dakenh.config.department;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.dakenh.config.support.Business;
import io.dakenh.contracts.config.DepartmentChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.test.EventProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DepartmentResourceTest {
  private static final String PATH = "/api/v1/departments/";

  private static Map<String, Object> changed(Map<String, Object> body, String name, Object value) {
    Map<String, Object> changed = new HashMap<>(body);
    changed.put(name, value);
    return changed;
  }

  @Test
  @Rows(part = {"DEP-1", "DEP-5"})
  void keepsADepartmentAsTheOwnerWantsIt() {
    Business business = Business.fresh();
    UUID binh = business.hire("Trần Văn Bình", "agent");
    UUID cuc = business.hire("Lê Thu Cúc", "agent");

    String id =
        business
            .asOwner()
            .body(
                Map.of(
                    "name", "Bán hàng",
                    "allocationMode", "random",
                    "agentIds", List.of(cuc, business.ownerId(), binh)))
            .post(PATH)
            .then()
            .statusCode(201)
            .header("ETag", "\"1\"")
            .body("name", equalTo("Bán hàng"))
            .body("allocationMode", equalTo("random"))
            .body("passOnSeconds", equalTo(20))
            .body("totalSeconds", equalTo(300))
            .body(
                "agentIds",
                equalTo(List.of(cuc.toString(), business.ownerId().toString(), binh.toString())))
            .body("default", equalTo(false))
            .extract()
            .path("id");
    business
        .asOwner()
        .header("If-Match", "\"1\"")
        .body(changed(Business.department("Bán lẻ", binh), "passOnSeconds", 5))
        .put(PATH + id)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("name", equalTo("Bán lẻ"))
        .body("passOnSeconds", equalTo(5))
        .body("agentIds", equalTo(List.of(binh.toString())));

    business.asOwner().header("If-None-Match", "\"2\"").get(PATH + id).then().statusCode(304);
    try (EventProbe events = EventProbe.connect()) {
      assertThat(
              events.await(
                  EventCatalog.DEPARTMENT_CHANGED,
                  business.id(),
                  event -> event.departmentId().toString().equals(id) && event.version() == 2))
          .isEqualTo(
              new DepartmentChanged(
                  business.id(),
                  UUID.fromString(id),
                  2,
                  "Bán lẻ",
                  "sequential",
                  5,
                  300,
                  List.of(binh),
                  false,
                  false,
                  null,
                  null,
                  null,
                  false,
                  null));
    }
  }

  @Test
  @Rows(part = {"DEP-1", "DEP-5"})
  void namesEverythingThatIsWrong() {
    Business business = Business.fresh();
    Business other = Business.fresh();

    business
        .asOwner()
        .body(
            Map.of(
                "name",
                "  ",
                "allocationMode",
                "nearest",
                "passOnSeconds",
                4,
                "totalSeconds",
                3601,
                "agentIds",
                List.of(business.ownerId(), business.ownerId(), other.ownerId(), "không phải id")))
        .post(PATH)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("validation-failed"))
        .body("traceId", notNullValue())
        .body("errors", hasSize(7))
        .body(
            "errors.pointer",
            hasItems(
                "/name",
                "/allocationMode",
                "/passOnSeconds",
                "/totalSeconds",
                "/agentIds/1",
                "/agentIds/2",
                "/agentIds/3"))
        .body("errors.find { it.pointer == '/agentIds/1' }.code", equalTo("duplicate"));
    business
        .asOwner()
        .body(Business.department("Không ai"))
        .post(PATH)
        .then()
        .statusCode(400)
        .body("errors.pointer", equalTo(List.of("/agentIds")));
    business
        .asOwner()
        .body(changed(Business.department("Sai", business.ownerId()), "passOnSeconds", "nhanh"))
        .post(PATH)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/passOnSeconds"))
        .body("errors[0].code", equalTo("wrong-type"));
  }

  @Test
  void takesMarkupAndDirectionMarksAsTextAndNothingThatIsNoText() {
    Business business = Business.fresh();
    String odd = "<script>alert(1)</script> \u202Eđảo ngược\u202C & \"nháy\" 🌸";

    String id = business.open(odd, business.ownerId()).toString();

    business.asOwner().get(PATH + id).then().body("name", equalTo(odd));
    business
        .asOwner()
        .body(Business.department("xuống\u0000dòng", business.ownerId()))
        .post(PATH)
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("control-character"));
    business
        .asOwner()
        .body(Business.department("a".repeat(300), business.ownerId()))
        .post(PATH)
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("too-long"));
  }

  @Test
  @Rows(part = "DEP-1")
  void aNameIsTakenWhateverItsCaseSpacesAndComposition() {
    Business business = Business.fresh();
    business.open("Hỗ trợ  kỹ thuật", business.ownerId());

    for (String same :
        List.of(
            " hỗ TRỢ kỹ thuật ",
            java.text.Normalizer.normalize("Hỗ trợ kỹ thuật", java.text.Normalizer.Form.NFD),
            "HỖ\u00A0TRỢ KỸ THUẬT")) {
      business
          .asOwner()
          .body(Business.department(same, business.ownerId()))
          .post(PATH)
          .then()
          .statusCode(409)
          .body("code", equalTo("department-name-exists"));
    }
    Business other = Business.fresh();
    other.open("Hỗ trợ kỹ thuật", other.ownerId());
  }

  @Test
  @Rows(part = "DEP-1")
  void ofManyAtOnceWithOneNameExactlyOneIsMade() throws Exception {
    Business business = Business.fresh();
    int many = 12;
    List<Callable<Integer>> creations =
        IntStream.range(0, many)
            .<Callable<Integer>>mapToObj(
                i ->
                    () ->
                        business
                            .asOwner()
                            .body(
                                Business.department(
                                    i % 2 == 0 ? "Đơn hàng" : " đơn  HÀNG", business.ownerId()))
                            .post(PATH)
                            .statusCode())
            .toList();

    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
      for (Future<Integer> done : threads.invokeAll(creations)) {
        statuses.add(done.get());
      }
    }

    assertThat(statuses).containsOnlyOnce(201).filteredOn(s -> s == 409).hasSize(many - 1);
    business.asOwner().get(PATH).then().body("items", hasSize(2));
  }

  @Test
  void theSecondOfTwoOwnersIsToldOfTheFirst() {
    Business business = Business.fresh();
    String id = business.open("Giao hàng", business.ownerId()).toString();
    business
        .asOwner()
        .header("If-Match", "\"1\"")
        .body(Business.department("Giao hàng nhanh", business.ownerId()))
        .put(PATH + id)
        .then()
        .statusCode(200);

    business
        .asOwner()
        .header("If-Match", "\"1\"")
        .body(Business.department("Giao hàng chậm", business.ownerId()))
        .put(PATH + id)
        .then()
        .statusCode(412)
        .body("code", equalTo("etag-mismatch"));

    business
        .asOwner()
        .body(Business.department("Không thấy gì", business.ownerId()))
        .put(PATH + id)
        .then()
        .statusCode(428)
        .body("code", equalTo("if-match-required"));
    business.asOwner().get(PATH + id).then().body("name", equalTo("Giao hàng nhanh"));
  }

  @Test
  @Rows(part = "DEP-6")
  void exactlyOneIsTheDefault() {
    Business business = Business.fresh();
    String first = business.asOwner().get(PATH).path("items[0].id");

    String second =
        business
            .asOwner()
            .body(changed(Business.department("Đà Nẵng", business.ownerId()), "default", true))
            .post(PATH)
            .then()
            .statusCode(201)
            .body("default", equalTo(true))
            .extract()
            .path("id");

    JsonPath list = business.asOwner().get(PATH).jsonPath();
    assertThat(list.<String>getList("items.findAll { it.default }.id")).containsExactly(second);
    business
        .asOwner()
        .header("If-Match", "\"1\"")
        .body(changed(Business.department("Đà Nẵng", business.ownerId()), "default", false))
        .put(PATH + second)
        .then()
        .statusCode(422)
        .body("code", equalTo("default-department-required"));
    try (EventProbe events = EventProbe.connect()) {
      events.await(
          EventCatalog.DEPARTMENT_CHANGED,
          business.id(),
          e -> e.departmentId().toString().equals(first) && !e.defaultDepartment());
      assertThat(latest(events, business).values())
          .filteredOn(DepartmentChanged::defaultDepartment)
          .extracting(e -> e.departmentId().toString())
          .containsExactly(second);
    }
  }

  private static Map<UUID, DepartmentChanged> latest(EventProbe events, Business business) {
    Map<UUID, DepartmentChanged> latest = new HashMap<>();
    events
        .present(EventCatalog.DEPARTMENT_CHANGED, business.id())
        .forEach(
            event ->
                latest.merge(
                    event.departmentId(), event, (a, b) -> a.version() > b.version() ? a : b));
    return latest;
  }

  @Test
  @Rows(part = "DEP-6")
  void deletingTheDefaultNeedsASuccessor() {
    Business business = Business.fresh();
    String first = business.asOwner().get(PATH).path("items[0].id");
    UUID second = business.open("Huế", business.ownerId());

    business
        .asOwner()
        .header("If-Match", "\"1\"")
        .delete(PATH + first)
        .then()
        .statusCode(422)
        .body("code", equalTo("successor-required"));
    business
        .asOwner()
        .header("If-Match", "\"1\"")
        .delete(PATH + first + "?successorId=" + UUID.randomUUID())
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/successorId"));
    business.asOwner().delete(PATH + first).then().statusCode(428);
    business
        .asOwner()
        .header("If-Match", "\"1\"")
        .delete(PATH + first + "?successorId=" + second)
        .then()
        .statusCode(204);

    business.asOwner().get(PATH + first).then().statusCode(404);
    business.asOwner().get(PATH + second).then().body("default", equalTo(true));
    try (EventProbe events = EventProbe.connect()) {
      DepartmentChanged last =
          events.await(EventCatalog.DEPARTMENT_CHANGED, business.id(), DepartmentChanged::deleted);
      assertThat(last.departmentId()).hasToString(first);
      assertThat(last.successorId()).isEqualTo(second);
      assertThat(last.defaultDepartment()).isFalse();
      assertThat(latest(events, business).get(second).defaultDepartment()).isTrue();
    }
    business.open("Chăm sóc khách hàng", business.ownerId());
  }

  @Test
  void theSameKeyGivesTheSameDepartment() {
    Business business = Business.fresh();
    Map<String, Object> body = Business.department("Một lần", business.ownerId());

    String first =
        business.asOwner().header("Idempotency-Key", "k1").body(body).post(PATH).path("id");

    business
        .asOwner()
        .header("Idempotency-Key", "k1")
        .body(body)
        .post(PATH)
        .then()
        .statusCode(201)
        .body("id", equalTo(first));
    business
        .asOwner()
        .header("Idempotency-Key", "k1")
        .body(Business.department("Lần khác", business.ownerId()))
        .post(PATH)
        .then()
        .statusCode(409)
        .body("code", equalTo("idempotency-key-reused"));
  }

  @Test
  void listsInPages() {
    Business business = Business.fresh();
    business.open("A", business.ownerId());
    business.open("B", business.ownerId());

    JsonPath page = business.asOwner().get(PATH + "?limit=2").jsonPath();
    assertThat(page.<String>getList("items.name")).containsExactly("Chăm sóc khách hàng", "A");
    business
        .asOwner()
        .queryParam("limit", 2)
        .queryParam("cursor", page.getString("nextCursor"))
        .get(PATH)
        .then()
        .body("items.name", equalTo(List.of("B")))
        .body("nextCursor", nullValue());
    business.asOwner().get(PATH + "?limit=101").then().statusCode(400);
    business.asOwner().get(PATH + "?cursor=xx").then().statusCode(400);
  }

  @Test
  @Rows(part = {"GEN-1", "TEN-3"})
  void onlyAnOwnerAndOnlyTheOwn() {
    Business business = Business.fresh();
    Business other = Business.fresh();
    String id = other.open("Của người khác", other.ownerId()).toString();
    Map<String, Object> body = Business.department("X", business.ownerId());

    given().get(PATH).then().statusCode(401).body("code", equalTo("token-missing"));
    given().contentType(ContentType.JSON).body(body).post(PATH).then().statusCode(401);
    given().contentType(ContentType.JSON).body(body).put(PATH + id).then().statusCode(401);
    given().delete(PATH + id).then().statusCode(401);

    business.asAgent().get(PATH).then().statusCode(403).body("code", equalTo("role-required"));
    business.asAgent().get(PATH + id).then().statusCode(403);
    business.asAgent().body(body).post(PATH).then().statusCode(403);
    business.asAgent().body(body).put(PATH + id).then().statusCode(403);
    business.asAgent().delete(PATH + id).then().statusCode(403);

    business
        .asOwner()
        .get(PATH + id)
        .then()
        .statusCode(404)
        .body("code", equalTo("department-not-found"));
    business.asOwner().header("If-Match", "\"1\"").body(body).put(PATH + id).then().statusCode(404);
    business.asOwner().header("If-Match", "\"1\"").delete(PATH + id).then().statusCode(404);
    business.asOwner().get(PATH + "khong-phai-id").then().statusCode(404);
    business.asOwner().get(PATH).then().body("items", hasSize(1));
  }
}
