package io.dakenh.config.canned;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.dakenh.config.support.Business;
import io.dakenh.contracts.config.CannedMessageChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.identity.Tokens;
import io.dakenh.devstack.test.EventProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CannedResourceTest {
  private static final String PATH = "/api/v1/canned-messages";

  @Inject MongoClient mongo;

  @ConfigProperty(name = "quarkus.mongodb.database")
  String databaseName;

  private static Map<String, Object> body(String name, String content) {
    return Map.of("name", name, "content", content);
  }

  static String add(Business business, String name, String content) {
    return business
        .asOwner()
        .body(body(name, content))
        .post(PATH)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  @Rows(part = {"TPL-1", "TPL-2"})
  void keepsAMessage() {
    Business business = Business.fresh();
    String id =
        business
            .asOwner()
            .body(body("  Chào  khách ", "Chào {visitor},\r\nem là {agent}."))
            .post(PATH)
            .then()
            .statusCode(201)
            .header("ETag", "\"1\"")
            .body("name", equalTo("Chào  khách"))
            .body("content", equalTo("Chào {visitor},\nem là {agent}."))
            .body("departmentIds", empty())
            .extract()
            .path("id");
    business
        .asOwner()
        .header("If-Match", "\"1\"")
        .body(body("Chào", "Dạ, em nghe."))
        .put(PATH + "/" + id)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"");
    business.asOwner().header("If-None-Match", "\"2\"").get(PATH + "/" + id).then().statusCode(304);
    business.asOwner().body(body("x", "y")).put(PATH + "/" + id).then().statusCode(428);
    business
        .asOwner()
        .header("If-Match", "\"1\"")
        .body(body("x", "y"))
        .put(PATH + "/" + id)
        .then()
        .statusCode(412);
    try (EventProbe events = EventProbe.connect()) {
      assertThat(
              events.await(
                  EventCatalog.CANNED_MESSAGE_CHANGED,
                  business.id(),
                  event -> event.cannedMessageId().toString().equals(id) && event.version() == 2))
          .isEqualTo(
              new CannedMessageChanged(business.id(), UUID.fromString(id), 2, List.of(), false));
    }
  }

  @Test
  @Rows(part = {"TPL-2", "TPL-5"})
  void namesWhatIsWrong() {
    Business business = Business.fresh();
    business
        .asOwner()
        .body(
            Map.of(
                "name",
                " ",
                "content",
                "",
                "departmentIds",
                List.of(UUID.randomUUID()),
                "mediaIds",
                List.of("x")))
        .post(PATH)
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/name", "/content", "/departmentIds/0", "/mediaIds/0"))
        .body(
            "errors.code",
            contains("not-blank", "not-blank", "unknown-department", "unknown-media"));
    business
        .asOwner()
        .body(body("a".repeat(81), "b".repeat(5_001)))
        .post(PATH)
        .then()
        .statusCode(400)
        .body("errors.code", contains("too-long", "too-long"));
    business.asOwner().body("[").post(PATH).then().statusCode(400);
    business.asOwner().get(PATH + "?limit=501").then().statusCode(400);
    business.asOwner().body("{}").post(PATH + "/delete").then().statusCode(400);
    business.asOwner().body("{}").post(PATH + "/restore").then().statusCode(400);
  }

  @Test
  @Rows(part = "TPL-5")
  void letsNoTwoHaveOneName() throws Exception {
    Business business = Business.fresh();
    add(business, "Chào Khách", "a");
    // The same in another case, with more space, and decomposed.
    for (String same : List.of("chào khách", "CHÀO   KHÁCH", "Cha\u0300o Kha\u0301ch")) {
      business
          .asOwner()
          .body(body(same, "b"))
          .post(PATH)
          .then()
          .statusCode(409)
          .body("code", equalTo("canned-message-name-exists"));
    }
    String other = add(business, "Khác", "c");
    business
        .asOwner()
        .header("If-Match", "\"1\"")
        .body(body("chào khách", "c"))
        .put(PATH + "/" + other)
        .then()
        .statusCode(409);
    add(Business.fresh(), "Chào Khách", "another business");

    List<Callable<Integer>> calls =
        IntStream.range(0, 8)
            .<Callable<Integer>>mapToObj(
                i ->
                    () ->
                        business.asOwner().body(body("Cùng lúc", "x" + i)).post(PATH).statusCode())
            .toList();
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      for (Future<Integer> call : pool.invokeAll(calls)) {
        statuses.add(call.get());
      }
    }
    assertThat(statuses).containsOnlyOnce(201);
    assertThat(statuses).filteredOn(status -> status == 409).hasSize(7);
  }

  @Test
  void keepsTheNumberWhenManyComeAtOnce() throws Exception {
    Business business = Business.fresh();
    StringBuilder table = new StringBuilder("name,content\n");
    for (int i = 0; i < 497; i++) {
      table.append("Mẫu ").append(i).append(",x\n");
    }
    CannedTableTest.importTable(business, table.toString())
        .then()
        .statusCode(200)
        .body("imported", equalTo(497));
    List<Callable<Integer>> calls =
        IntStream.range(0, 8)
            .<Callable<Integer>>mapToObj(
                i -> () -> business.asOwner().body(body("Thêm " + i, "x")).post(PATH).statusCode())
            .toList();
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      for (Future<Integer> call : pool.invokeAll(calls)) {
        statuses.add(call.get());
      }
    }
    assertThat(statuses).filteredOn(status -> status == 201).hasSize(3);
    assertThat(statuses).filteredOn(status -> status == 422).hasSize(5);
    business.asOwner().get(PATH + "?limit=500").then().body("items", hasSize(500));
    CannedTableTest.importTable(business, "name,content\nMột nữa,x\n").then().statusCode(422);
  }

  @Test
  @Rows(part = "TPL-6")
  void findsWithoutAccentsAndInPages() {
    Business business = Business.fresh();
    add(business, "Đặt lịch", "Mời anh chị chọn giờ");
    add(business, "Ảnh sản phẩm", "Dạ đây ạ");
    add(business, "Xin chào", "Cửa hàng nghe ạ");
    business.asOwner().get(PATH + "?q=DAT LICH").then().body("items.name", contains("Đặt lịch"));
    business.asOwner().get(PATH + "?q=gio").then().body("items.name", contains("Đặt lịch"));
    business.asOwner().get(PATH + "?q=zzz").then().statusCode(200).body("items", empty());
    Response first = business.asOwner().get(PATH + "?limit=2");
    first.then().body("items.name", contains("Ảnh sản phẩm", "Đặt lịch"));
    business
        .asOwner()
        .queryParam("cursor", first.<String>path("nextCursor"))
        .get(PATH + "?limit=2")
        .then()
        .body("items.name", contains("Xin chào"));
  }

  @Test
  @Rows(part = {"TPL-1", "TPL-6", "GEN-1"})
  void showsAgentsWhatTheyMayUseAndLetsThemChangeNothing() {
    Business business = Business.fresh();
    UUID agent = business.hire("Trần Văn Bình", "agent");
    UUID own = business.open("Bán hàng", agent);
    UUID foreign = business.open("Kho", business.ownerId());
    add(business, "Cho tất cả", "x");
    for (Map.Entry<String, UUID> scoped :
        Map.of("Của bán hàng", own, "Của kho", foreign).entrySet()) {
      business
          .asOwner()
          .body(
              Map.of(
                  "name", scoped.getKey(),
                  "content", "x",
                  "departmentIds", List.of(scoped.getValue())))
          .post(PATH)
          .then()
          .statusCode(201);
    }
    String asAgent = Tokens.agent(business.id(), agent, "Trần Văn Bình");
    given()
        .auth()
        .oauth2(asAgent)
        .get(PATH)
        .then()
        .statusCode(200)
        .body("items.name", containsInAnyOrder("Cho tất cả", "Của bán hàng"));
    business.asOwner().get(PATH).then().body("items", hasSize(3));

    String id = business.asOwner().get(PATH).path("items[0].id");
    business.asAgent().body(body("a", "b")).post(PATH).then().statusCode(403);
    business.asAgent().get(PATH + "/" + id).then().statusCode(403);
    business.asAgent().header("If-Match", "\"1\"").delete(PATH + "/" + id).then().statusCode(403);
    business.asAgent().get(PATH + ".csv").then().statusCode(403);
    given().get(PATH).then().statusCode(401);
    Business other = Business.fresh();
    other
        .asOwner()
        .get(PATH + "/" + id)
        .then()
        .statusCode(404)
        .body("code", equalTo("canned-message-not-found"));
    other.asOwner().header("If-Match", "\"1\"").delete(PATH + "/" + id).then().statusCode(404);
    other
        .asOwner()
        .header("If-Match", "\"1\"")
        .body(body("a", "b"))
        .put(PATH + "/" + id)
        .then()
        .statusCode(404);
    other
        .asOwner()
        .body(Map.of("ids", List.of(id)))
        .post(PATH + "/delete")
        .then()
        .body("ids", empty());
    business.asOwner().get(PATH + "/" + id).then().statusCode(200);
  }

  @Test
  @Rows(part = "TPL-3")
  void deletesOneAndBringsItBack() {
    Business business = Business.fresh();
    String id = add(business, "Chào", "Xin chào");
    business.asOwner().delete(PATH + "/" + id).then().statusCode(428);
    business.asOwner().header("If-Match", "\"1\"").delete(PATH + "/" + id).then().statusCode(204);
    business.asOwner().get(PATH + "/" + id).then().statusCode(404);
    business
        .asOwner()
        .body(Map.of("ids", List.of(id)))
        .post(PATH + "/restore")
        .then()
        .statusCode(200)
        .body("items.name", contains("Chào"))
        .body("failed", empty());
    business
        .asOwner()
        .get(PATH + "/" + id)
        .then()
        .statusCode(200)
        .body("content", equalTo("Xin chào"));
    // Again changes nothing.
    business
        .asOwner()
        .body(Map.of("ids", List.of(id)))
        .post(PATH + "/restore")
        .then()
        .body("items", hasSize(1));
  }

  @Test
  @Rows(part = "TPL-4")
  void deletesSeveralAndSaysWhichCannotComeBack() {
    Business business = Business.fresh();
    String one = add(business, "Một", "1");
    String two = add(business, "Hai", "2");
    String three = add(business, "Ba", "3");
    business
        .asOwner()
        .body(Map.of("ids", List.of(one, two, UUID.randomUUID())))
        .post(PATH + "/delete")
        .then()
        .statusCode(200)
        .body("ids", contains(one, two));
    business.asOwner().get(PATH).then().body("items.id", contains(three));
    add(business, "HAI", "the name was free");

    business
        .asOwner()
        .body(Map.of("ids", List.of(one, two)))
        .post(PATH + "/restore")
        .then()
        .statusCode(200)
        .body("items.id", contains(one))
        .body("failed[0].id", equalTo(two))
        .body("failed[0].code", equalTo("canned-message-name-exists"));
  }

  @Test
  void purgesWhatWasDeletedLongAgo() {
    Business business = Business.fresh();
    String id = add(business, "Chào", "Xin chào");
    business.asOwner().header("If-Match", "\"1\"").delete(PATH + "/" + id).then().statusCode(204);
    var collection = mongo.getDatabase(databaseName).getCollection("canned_message");
    collection.updateOne(
        Filters.eq("_id", UUID.fromString(id)),
        Updates.set("deletedAt", Instant.now().minusSeconds(120)));
    business
        .asOwner()
        .body(Map.of("ids", List.of(id)))
        .post(PATH + "/restore")
        .then()
        .body("failed[0].code", equalTo("canned-message-not-found"));
    collection.updateOne(
        Filters.eq("_id", UUID.fromString(id)),
        Updates.set("deletedAt", Instant.now().minusSeconds(1_000)));
    org.awaitility.Awaitility.await()
        .until(() -> collection.countDocuments(Filters.eq("_id", UUID.fromString(id))) == 0);
  }

  @Test
  void createsOnceForOneKey() {
    Business business = Business.fresh();
    String key = UUID.randomUUID().toString();
    String id =
        business
            .asOwner()
            .header("Idempotency-Key", key)
            .body(body("Chào", "a"))
            .post(PATH)
            .path("id");
    business
        .asOwner()
        .header("Idempotency-Key", key)
        .body(body("Chào", "a"))
        .post(PATH)
        .then()
        .statusCode(201)
        .body("id", equalTo(id));
  }
}
