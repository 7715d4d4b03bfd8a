package io.dakenh.config.support;

import static io.restassured.RestAssured.given;

import io.dakenh.devstack.identity.Tokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A fresh business made through the API.
 *
 * @param id of the tenant
 * @param owner token of the first owner
 */
public record Business(
    UUID id, String name, String ownerEmail, UUID ownerId, String widgetKey, String owner) {
  /** First password of everybody in these tests. */
  public static final String PASSWORD = "mat-khau-dai-1";

  /** A new business with a name and e-mail nobody else has. */
  public static Business fresh() {
    String unique = UUID.randomUUID().toString().substring(0, 8);
    String name = "Hoa Mai " + unique;
    String email = "chu-" + unique + "@hoamai.example";
    Map<String, Object> tenant =
        given()
            .auth()
            .oauth2(Tokens.operator())
            .contentType(ContentType.JSON)
            .body(body(name, email))
            .post("/api/v1/tenants")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath()
            .getMap("");
    UUID id = UUID.fromString((String) tenant.get("id"));
    UUID ownerId =
        UUID.fromString(
            given()
                .auth()
                .oauth2(Tokens.owner(id))
                .get("/api/v1/staff")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id"));
    return new Business(
        id,
        name,
        email,
        ownerId,
        (String) tenant.get("widgetKey"),
        Tokens.owner(id, ownerId, "Nguyễn Thị Hoa"));
  }

  /** Body that creates a business. */
  public static Map<String, Object> body(String name, String email) {
    return Map.of(
        "name",
        name,
        "owner",
        Map.of("name", "Nguyễn Thị Hoa", "email", email, "password", PASSWORD));
  }

  /** A request of the owner. */
  public RequestSpecification asOwner() {
    return given().auth().oauth2(owner).contentType(ContentType.JSON);
  }

  /** A request of one of the business's agents. */
  public RequestSpecification asAgent() {
    return given().auth().oauth2(Tokens.agent(id)).contentType(ContentType.JSON);
  }

  /** Adds a person and gives the id. */
  public UUID hire(String name, String role) {
    return UUID.fromString(
        asOwner()
            .body(
                Map.of(
                    "name", name,
                    "email", UUID.randomUUID() + "@hoamai.example",
                    "role", role,
                    "password", PASSWORD))
            .post("/api/v1/staff")
            .then()
            .statusCode(201)
            .extract()
            .path("id"));
  }

  /** Body of a department with these agents. */
  public static Map<String, Object> department(String name, UUID... agentIds) {
    return Map.of(
        "name",
        name,
        "allocationMode",
        "sequential",
        "passOnSeconds",
        20,
        "totalSeconds",
        300,
        "agentIds",
        List.of(agentIds));
  }

  /** Adds a department and gives the id. */
  public UUID open(String name, UUID... agentIds) {
    return UUID.fromString(
        asOwner()
            .body(department(name, agentIds))
            .post("/api/v1/departments")
            .then()
            .statusCode(201)
            .extract()
            .path("id"));
  }
}
