package io.dakenh.config.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.dakenh.config.support.Business;
import io.dakenh.config.support.Section;
import io.dakenh.contracts.rows.Rows;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditResourceTest {
  private static final String LOG = "/api/v1/audit-entries";

  @Test
  @Rows(part = "GEN-5")
  void tellsWhoChangedWhatAndLetsItBeTakenAway() {
    Business business = Business.fresh();
    new Section(business, "window").publishWith(Map.of("title", "Một", "audio", false));
    business.open("Bán hàng", business.ownerId());

    business
        .asOwner()
        .get(LOG + "?action=section.published")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].target", equalTo("window"))
        .body("items[0].actor.id", equalTo(business.ownerId().toString()))
        .body("items[0].actor.name", equalTo("Nguyễn Thị Hoa"))
        .body("items[0].fields", contains("audio", "title"));
    Awaitility.await()
        .untilAsserted(
            () ->
                business
                    .asOwner()
                    .get(LOG + "?actorId=" + business.ownerId())
                    .then()
                    .body("items.action", hasItem("department.created"))
                    .body("items.action", hasItem("section.draft-saved"))
                    .body("items.actor.id", everyItem(equalTo(business.ownerId().toString()))));
    String csv =
        business
            .asOwner()
            .get(LOG + ".csv?action=section.published")
            .then()
            .statusCode(200)
            .contentType("text/csv")
            .header("Content-Disposition", "attachment; filename=\"audit.csv\"")
            .extract()
            .asString();
    assertThat(csv.lines())
        .hasSize(2)
        .anySatisfy(
            line ->
                assertThat(line)
                    .endsWith(
                        ",Nguyễn Thị Hoa,"
                            + business.ownerId()
                            + ",section.published,window,audio title"));
  }

  @Test
  void filtersByTimeAndPages() {
    Business business = Business.fresh();
    Section links = new Section(business, "links");
    links.publish(Map.of("layout", "collapsed", "items", List.of()));
    Instant between =
        Instant.parse(
            business.asOwner().get(LOG + "?action=section.published").path("items[0].at"));
    links.publish(Map.of("layout", "full", "items", List.of()));

    business
        .asOwner()
        .get(LOG + "?action=section.published&to=" + between)
        .then()
        .body("items", empty());
    business
        .asOwner()
        .get(LOG + "?action=section.published&from=" + between)
        .then()
        .body("items", hasSize(2));
    String cursor =
        business
            .asOwner()
            .get(LOG + "?action=section.published&limit=1")
            .then()
            .body("items", hasSize(1))
            .extract()
            .path("nextCursor");
    business
        .asOwner()
        .get(LOG + "?action=section.published&limit=1&cursor=" + cursor)
        .then()
        .body("items", hasSize(1))
        .body("items[0].at", equalTo(between.toString()));
  }

  @Test
  void isForOwnersOfTheBusinessOnlyAndNamesWhatIsWrong() {
    Business business = Business.fresh();
    new Section(business, "window").publishWith(Map.of("title", "Một"));
    Business other = Business.fresh();

    for (String path : List.of(LOG, LOG + ".csv")) {
      given().get(path).then().statusCode(401);
      business.asAgent().get(path).then().statusCode(403);
      business
          .asOwner()
          .get(path + "?from=heute&to=x&actorId=y")
          .then()
          .statusCode(400)
          .body("errors.pointer", contains("/actorId", "/from", "/to"));
    }
    other
        .asOwner()
        .get(LOG + "?action=section.published")
        .then()
        .statusCode(200)
        .body("items", empty());
    other.asOwner().get(LOG + "?actorId=" + business.ownerId()).then().body("items", empty());
    business.asOwner().get(LOG + "?cursor=abc").then().statusCode(400);
    business.asOwner().get(LOG + "?limit=101").then().statusCode(400);
  }

  @Test
  void aNameThatBeginsLikeAFormulaIsHarmless() {
    String csv =
        AuditCsv.of(
            List.of(
                new AuditEntryView(
                    UUID.randomUUID(),
                    Instant.EPOCH,
                    "staff.changed",
                    "window",
                    new AuditEntryView.Actor(UUID.randomUUID(), "=HYPERLINK(\"http://x\",\"y\")"),
                    List.of())));

    assertThat(csv).contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
    for (String start : List.of("=", "+", "-", "@", "\t")) {
      assertThat(AuditCsv.harmless(start + "1")).startsWith("'");
    }
    assertThat(AuditCsv.harmless("Hoa - Mai")).isEqualTo("Hoa - Mai");
  }
}
