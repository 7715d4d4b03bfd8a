package io.dakenh.livetalk.support;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;

/** Requests of a visitor. */
public final class Visitors {
  private static final String PATH = "/api/v1/public";

  private Visitors() {}

  /** Reads. */
  public static ValidatableResponse get(String token, String path) {
    return given().auth().oauth2(token).get(PATH + path).then();
  }

  /** Does something. */
  public static ValidatableResponse post(String token, String path, Map<String, ?> body) {
    return given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body(body)
        .post(PATH + path)
        .then();
  }

  /** Replaces. */
  public static ValidatableResponse put(String token, String path, Map<String, ?> body) {
    return given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body(body)
        .put(PATH + path)
        .then();
  }
}
