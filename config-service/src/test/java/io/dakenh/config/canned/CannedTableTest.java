package io.dakenh.config.canned;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.dakenh.config.support.Business;
import io.dakenh.contracts.rows.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Canned messages as a table: out of one business and into another. */
@QuarkusTest
class CannedTableTest {
  private static final String PATH = "/api/v1/canned-messages";

  @Inject MongoClient mongo;

  @ConfigProperty(name = "quarkus.mongodb.database")
  String databaseName;

  static Response importTable(Business business, String table) {
    return given()
        .auth()
        .oauth2(business.owner())
        .contentType("text/csv; charset=UTF-8")
        .body(table.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post(PATH + "/import");
  }

  @Test
  @Rows(part = "TPL-6")
  void comesBackFromItsOwnTable() {
    Business business = Business.fresh();
    UUID sales = business.open("Bán hàng", business.ownerId());
    business
        .asOwner()
        .body(
            Map.of(
                "name", "=SUM(A1:A9)",
                "content", "Dòng 1, \"trích\"\nDòng 2",
                "departmentIds", List.of(sales)))
        .post(PATH)
        .then()
        .statusCode(201);
    CannedResourceTest.add(business, "'=đã có dấu", "@nhắc ai đó");
    Response exported = business.asOwner().get(PATH + ".csv");
    exported
        .then()
        .statusCode(200)
        .header("Content-Disposition", notNullValue())
        .header("Content-Type", equalTo("text/csv;charset=UTF-8"));
    String table = new String(exported.asByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(table).startsWith("\uFEFFname,content,departments\r\n");
    assertThat(table).contains("'=SUM(A1:A9)", "''=đã có dấu", "'@nhắc ai đó", "Bán hàng");

    Business other = Business.fresh();
    UUID same = other.open("bán  HÀNG", other.ownerId());
    importTable(other, table).then().statusCode(200).body("imported", equalTo(2));
    other
        .asOwner()
        .get(PATH)
        .then()
        .body("items.name", hasItems("=SUM(A1:A9)", "'=đã có dấu"))
        .body(
            "items.find { it.name == '=SUM(A1:A9)' }.content", equalTo("Dòng 1, \"trích\"\nDòng 2"))
        .body("items.find { it.name == '=SUM(A1:A9)' }.departmentIds", contains(same.toString()));
  }

  @Test
  @Rows(part = "TPL-6")
  void importsAllOrNothingAndNamesFaultsByLine() {
    Business business = Business.fresh();
    CannedResourceTest.add(business, "Đã có", "x");
    importTable(
            business,
            "name,content,departments\nTốt,\"hai\ndòng\",\nđÃ cÓ,x,\n,thiếu tên,\nTốt,trùng,\nKho,x,Không có\n")
        .then()
        .statusCode(400)
        .body("code", equalTo("validation-failed"))
        .body(
            "errors.pointer",
            containsInAnyOrder(
                "/lines/4/name", "/lines/5/name", "/lines/6/name", "/lines/7/departments"))
        .body(
            "errors.code",
            containsInAnyOrder(
                "canned-message-name-exists", "not-blank", "duplicate", "unknown-department"));
    business.asOwner().get(PATH).then().body("items", hasSize(1));

    importTable(business, "").then().statusCode(400);
    importTable(business, "tên,nội dung\na,b\n")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("csv-header"));
    importTable(business, "name,content\n")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("csv-empty"));
    importTable(business, "name,content\n\"a,b\n").then().statusCode(400);
    given()
        .auth()
        .oauth2(business.owner())
        .contentType("text/csv")
        .body(new byte[] {'n', 'a', (byte) 0xC3, (byte) 0x28})
        .post(PATH + "/import")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("csv-not-utf8"));
    importTable(business, "name;content\nChấm phẩy;được\n").then().statusCode(200);
    business
        .asAgent()
        .contentType("text/csv")
        .body("name,content\na,b")
        .post(PATH + "/import")
        .then()
        .statusCode(403);
  }

  @Test
  void finishesWhatADeadImportLeft() {
    Business business = Business.fresh();
    String shown = CannedResourceTest.add(business, "Đã quyết định", "x");
    String dropped = CannedResourceTest.add(business, "Chưa quyết định", "x");
    UUID committed = UUID.randomUUID();
    UUID staging = UUID.randomUUID();
    var database = mongo.getDatabase(databaseName);
    var messages = database.getCollection("canned_message");
    messages.updateOne(
        Filters.eq("_id", UUID.fromString(shown)), Updates.set("importId", committed));
    messages.updateOne(
        Filters.eq("_id", UUID.fromString(dropped)), Updates.set("importId", staging));
    business.asOwner().get(PATH).then().body("items", empty());
    var imports = database.getCollection("canned_import");
    for (Map.Entry<UUID, String> left :
        Map.of(committed, "committed", staging, "staging").entrySet()) {
      imports.insertOne(
          new org.bson.Document("_id", left.getKey())
              .append("tenantId", business.id())
              .append("actorId", business.ownerId())
              .append("state", left.getValue())
              .append("createdAt", Instant.now().minusSeconds(300)));
    }

    org.awaitility.Awaitility.await()
        .until(() -> imports.countDocuments(Filters.in("_id", committed, staging)) == 0);
    business.asOwner().get(PATH).then().body("items.id", contains(shown));
    // The name of what was dropped is free.
    CannedResourceTest.add(business, "Chưa quyết định", "y");
  }
}
