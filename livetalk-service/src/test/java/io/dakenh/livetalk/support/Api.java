package io.dakenh.livetalk.support;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.dakenh.devstack.identity.Tokens;
import io.dakenh.devstack.test.FreshTenant.Person;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Requests of a person, and what every endpoint for agents refuses. */
public final class Api {
  private static final String PATH = "/api/v1";

  private Api() {}

  /** Reads. */
  public static ValidatableResponse get(Person person, String path) {
    return as(person.token()).get(PATH + path).then();
  }

  /** Creates, or does something. */
  public static ValidatableResponse post(Person person, String path, Map<String, ?> body) {
    return as(person.token()).body(body).post(PATH + path).then();
  }

  /** Does something that needs no body. */
  public static ValidatableResponse post(Person person, String path) {
    return as(person.token()).post(PATH + path).then();
  }

  /** Replaces. */
  public static ValidatableResponse put(Person person, String path, Map<String, ?> body) {
    return as(person.token()).body(body).put(PATH + path).then();
  }

  /** Replaces what was seen in this version. */
  public static ValidatableResponse put(
      Person person, String path, String ifMatch, Map<String, ?> body) {
    return as(person.token()).header("If-Match", ifMatch).body(body).put(PATH + path).then();
  }

  /** Deletes. */
  public static ValidatableResponse delete(Person person, String path) {
    return as(person.token()).delete(PATH + path).then();
  }

  /** Deletes what was seen in this version. */
  public static ValidatableResponse delete(Person person, String path, String ifMatch) {
    return as(person.token()).header("If-Match", ifMatch).delete(PATH + path).then();
  }

  /** The ids of a list, in its order. */
  public static List<UUID> ids(Person person, String path) {
    return get(person, path).statusCode(200).extract().<List<String>>path("items.id").stream()
        .map(UUID::fromString)
        .toList();
  }

  /** No token, an ended one, a visitor's, and a role that is none of a business. */
  public static void refusesStrangers(Business shop, String method, String path) {
    request(given().contentType(ContentType.JSON), method, path)
        .statusCode(401)
        .contentType("application/problem+json")
        .body("code", equalTo("token-missing"));
    request(as(Tokens.expired(shop.id())), method, path)
        .statusCode(401)
        .body("code", equalTo("token-expired"));
    request(as(shop.visitorToken()), method, path).statusCode(401);
    request(as(Tokens.operator()), method, path)
        .statusCode(403)
        .body("code", equalTo("role-required"));
  }

  private static ValidatableResponse request(
      RequestSpecification request, String method, String path) {
    boolean body = method.equals("POST") || method.equals("PUT");
    return (body ? request.body(Map.of()) : request).request(method, PATH + path).then();
  }

  private static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }
}
