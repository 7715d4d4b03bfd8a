package io.dakenh.billing.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.dakenh.billing.metering.Books;
import io.dakenh.billing.metering.Told;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CallResourceTest {
  private static final String CALLS = "/api/v1/calls";

  @Inject Books books;

  private UUID tenantWithCalls() {
    UUID tenantId = books.tenantWith(3600);
    Instant now = Instant.now();
    Told answered = new Told(tenantId, now.minusSeconds(3000));
    Told video = new Told(tenantId, now.minusSeconds(2000));
    Told missed = new Told(tenantId, now.minusSeconds(1000));
    books.apply(tenantId, List.of(answered.ended(12L, 77, "completed")));
    books.apply(tenantId, List.of(video.ended(5L, 605, "completed", "video")));
    books.apply(tenantId, List.of(missed.ended(null, 40, "missed")));
    return tenantId;
  }

  @Test
  @Rows(part = "MIN-1")
  void listsCallsNewestFirstWithWhoAndWhatTheyCost() {
    UUID tenantId = tenantWithCalls();
    given()
        .auth()
        .oauth2(Tokens.owner(tenantId))
        .get(CALLS)
        .then()
        .statusCode(200)
        .body("items.outcome", contains("missed", "completed", "completed"))
        .body("items.media", contains("audio", "video", "audio"))
        .body("items.durationSeconds", contains(0, 600, 65))
        .body("items.chargedSeconds", contains(0, 600, 65))
        .body("items[0].joinedAt", nullValue())
        .body("items[0].agents", hasSize(0))
        .body("items[2].agents.name", contains("Mai Anh"))
        .body("items[2].visitorName", equalTo("Khách 4821"));
  }

  @Test
  @Rows(part = "MIN-1")
  void filtersByKindOutcomeAgentAndTime() {
    UUID tenantId = tenantWithCalls();
    found(tenantId, "media=video", 1);
    found(tenantId, "outcome=missed", 1);
    found(tenantId, "agentId=" + Told.AGENT, 2);
    found(tenantId, "agentId=" + UUID.randomUUID(), 0);
    found(tenantId, "from=" + Instant.now().minusSeconds(1500), 1);
    found(tenantId, "to=" + Instant.now().minusSeconds(1500), 2);
  }

  @Test
  @Rows(part = "MIN-1")
  void pagesWithoutLossOrRepetition() {
    UUID tenantId = tenantWithCalls();
    String cursor =
        given()
            .auth()
            .oauth2(Tokens.owner(tenantId))
            .queryParam("limit", 2)
            .get(CALLS)
            .then()
            .statusCode(200)
            .body("items", hasSize(2))
            .extract()
            .path("nextCursor");
    given()
        .auth()
        .oauth2(Tokens.owner(tenantId))
        .queryParam("cursor", cursor)
        .get(CALLS)
        .then()
        .statusCode(200)
        .body("items.durationSeconds", contains(65))
        .body("nextCursor", nullValue());
  }

  @Test
  @Rows(part = "MIN-1")
  void givesTheSameAsAFileForSpreadsheets() {
    UUID tenantId = tenantWithCalls();
    String file =
        given()
            .auth()
            .oauth2(Tokens.owner(tenantId))
            .queryParam("media", "video")
            .get(CALLS + ".csv")
            .then()
            .statusCode(200)
            .header("Content-Disposition", "attachment; filename=\"calls.csv\"")
            .extract()
            .asString();
    assertThat(file).startsWith("\uFEFFstarted,visitor,media,outcome,agents");
    assertThat(file.lines().toList()).hasSize(2);
    assertThat(file).contains("Khách 4821,video,completed,Mai Anh").contains(",600,600,");
  }

  @Test
  void aNameIsNoFormula() {
    assertThat(CallCsv.harmless("=1+1")).isEqualTo("'=1+1");
    assertThat(CallCsv.harmless("Khách")).isEqualTo("Khách");
  }

  @Test
  @Rows(part = {"TEN-3", "GEN-1"})
  void showsAnotherTenantNothing() {
    tenantWithCalls();
    found(books.tenantWith(3600), "limit=100", 0);
  }

  @Test
  @Rows(part = "GEN-1")
  void refusesAgentsAndStrangers() {
    for (String path : List.of(CALLS, CALLS + ".csv")) {
      given()
          .auth()
          .oauth2(Tokens.agent(UUID.randomUUID()))
          .get(path)
          .then()
          .statusCode(403)
          .body("code", equalTo("role-required"));
      given().get(path).then().statusCode(401).body("code", equalTo("token-missing"));
    }
  }

  @Test
  void tellsWhichFiltersAreWrong() {
    given()
        .auth()
        .oauth2(Tokens.owner(UUID.randomUUID()))
        .get(CALLS + "?media=fax&outcome=lucky&from=gestern&agentId=7")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/from", "/media", "/outcome", "/agentId"));
  }

  private static void found(UUID tenantId, String query, int many) {
    given()
        .auth()
        .oauth2(Tokens.owner(tenantId))
        .get(CALLS + "?" + query)
        .then()
        .statusCode(200)
        .body("items", hasSize(many));
  }
}
