package io.dakenh.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.contracts.routing.OfferMade;
import io.dakenh.devstack.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each endpoint with the wrong token, another tenant's, and wrong input. */
@QuarkusTest
class DeskSecurityTest {
  @Inject DataSource database;
  private Business business;

  @BeforeEach
  void found() {
    business = new Business(database);
  }

  @AfterEach
  void close() {
    business.close();
  }

  static Stream<Arguments> endpoints() {
    return Stream.of(
        Arguments.of(Method.GET, "/api/v1/offers"),
        Arguments.of(Method.POST, "/api/v1/offers/" + UUID.randomUUID() + "/accept"),
        Arguments.of(Method.POST, "/api/v1/offers/" + UUID.randomUUID() + "/decline"),
        Arguments.of(Method.GET, "/api/v1/queue"),
        Arguments.of(Method.POST, "/api/v1/queue/" + UUID.randomUUID() + "/take"),
        Arguments.of(Method.POST, "/api/v1/queue/" + UUID.randomUUID() + "/route-again"),
        Arguments.of(Method.POST, "/api/v1/queue/" + UUID.randomUUID() + "/assign"),
        Arguments.of(Method.GET, "/api/v1/conversations/" + UUID.randomUUID() + "/timeline"));
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void refusesWhoIsNotSignedInAsAPersonOfABusiness(Method method, String path) {
    UUID tenant = business.tenantId;

    problem(
        RestAssured.given().contentType(ContentType.JSON).request(method, path),
        401,
        "token-missing");
    problem(as(Tokens.expired(tenant), method, path), 401, "token-expired");
    problem(as(Tokens.foreignIssuer(tenant), method, path), 401, "token-invalid");
    problem(as(Tokens.forged(tenant), method, path), 401, "token-invalid");
    problem(as(Tokens.wrongAudience(tenant), method, path), 401, "token-invalid");
    problem(as("garbage", method, path), 401, "token-invalid");
    problem(as(Tokens.operator(), method, path), 403, "role-required");
    problem(as(Tokens.noRole(tenant), method, path), 403, "role-required");
    problem(as(Tokens.noTenant(), method, path), 403, "tenant-required");
    problem(as(Tokens.twoTenants(tenant, UUID.randomUUID()), method, path), 403, "tenant-required");
  }

  @Test
  void hidesOffersAndConversationsFromOtherTenantsAndOtherAgents() {
    // Given
    UUID lan = business.onlineAgent("Lan");
    UUID outsider = business.onlineAgent("Ngoài bộ phận");
    business.department(Business.ALL, lan);
    UUID conversation = business.open(null);
    OfferMade offer = business.awaitOffer(conversation, lan);
    String foreignOwner = Tokens.owner(UUID.randomUUID());
    String foreignAgent = Tokens.agent(UUID.randomUUID(), lan, "Lan");

    for (String token : new String[] {foreignOwner, foreignAgent, business.token(outsider)}) {
      String of = "/api/v1/offers/" + offer.offerId();
      problem(as(token, Method.POST, of + "/accept"), 404, "offer-not-found");
      problem(as(token, Method.POST, of + "/decline"), 404, "offer-not-found");
      problem(
          as(token, Method.POST, "/api/v1/queue/" + conversation + "/take"),
          404,
          "conversation-not-found");
      problem(
          as(token, Method.GET, "/api/v1/conversations/" + conversation + "/timeline"),
          404,
          "conversation-not-found");
      assertThat(as(token, Method.GET, "/api/v1/offers").jsonPath().getList("items")).isEmpty();
      assertThat(as(token, Method.GET, "/api/v1/queue").jsonPath().getList("items")).isEmpty();
    }
    problem(
        as(business.ownerToken(), Method.POST, "/api/v1/offers/" + offer.offerId() + "/accept"),
        404,
        "offer-not-found");
    assertThat(business.accept(lan, offer.offerId()).statusCode()).isEqualTo(200);
  }

  @Test
  void refusesWrongPages() {
    String token = business.ownerToken();
    String timeline = "/api/v1/conversations/" + UUID.randomUUID() + "/timeline";

    for (String path : new String[] {"/api/v1/offers", "/api/v1/queue", timeline}) {
      Response tooMany = as(token, Method.GET, path + "?limit=101");
      problem(tooMany, 400, "validation-failed");
      assertThat(tooMany.jsonPath().getString("errors[0].pointer")).isEqualTo("/limit");
    }
    for (String path : new String[] {"/api/v1/offers", "/api/v1/queue"}) {
      Response foreign = as(token, Method.GET, path + "?cursor=bm90IG91cnM");
      problem(foreign, 400, "validation-failed");
      assertThat(foreign.jsonPath().getString("errors[0].pointer")).isEqualTo("/cursor");
    }
  }

  @Test
  void answersMalformedIdsLikeAbsentOnes() {
    problem(as(business.ownerToken(), Method.POST, "/api/v1/offers/x/accept"), 404, "not-found");
  }

  @Test
  void pagesThroughTheQueueAndTheTimeline() {
    // Given
    UUID lan = business.agent("Lan");
    business.department(Business.ALL, lan);
    UUID first = business.open(null);
    business.awaitState(first, "queued");
    UUID second = business.open(null);
    business.awaitState(second, "queued");

    // When
    Response page = as(business.ownerToken(), Method.GET, "/api/v1/queue?limit=1");
    Response next =
        as(
            business.ownerToken(),
            Method.GET,
            "/api/v1/queue?limit=1&cursor=" + page.jsonPath().getString("nextCursor"));

    // Then
    assertThat(page.jsonPath().getString("items[0].conversationId")).isEqualTo(first.toString());
    assertThat(page.jsonPath().getInt("items[0].position")).isEqualTo(1);
    assertThat(next.jsonPath().getString("items[0].conversationId")).isEqualTo(second.toString());
    assertThat(next.jsonPath().getInt("items[0].position")).isEqualTo(2);
    assertThat(next.jsonPath().getString("nextCursor")).isNull();
    String timeline = "/api/v1/conversations/" + first + "/timeline?limit=1";
    Response step = as(business.ownerToken(), Method.GET, timeline);
    assertThat(step.jsonPath().getString("items[0].kind")).isEqualTo("opened");
    Response step2 =
        as(
            business.ownerToken(),
            Method.GET,
            timeline + "&cursor=" + step.jsonPath().getString("nextCursor"));
    assertThat(step2.jsonPath().getString("items[0].kind")).isEqualTo("started");
    assertThat(step2.jsonPath().getString("items[0].department.name")).isEqualTo("Tư vấn");
  }

  private static Response as(String token, Method method, String path) {
    return Business.as(token).contentType(ContentType.JSON).request(method, path);
  }

  private static void problem(Response response, int status, String code) {
    assertThat(response.statusCode()).as(response.body().asString()).isEqualTo(status);
    assertThat(response.contentType()).startsWith("application/problem+json");
    assertThat(response.jsonPath().getString("code")).isEqualTo(code);
  }
}
