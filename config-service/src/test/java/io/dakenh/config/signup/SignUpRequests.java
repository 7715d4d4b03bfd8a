package io.dakenh.config.signup;

import static io.restassured.RestAssured.given;

import io.dakenh.config.support.Letters;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What the sign-up pages send. */
final class SignUpRequests {
  static final String PATH = "/api/v1/public/sign-ups";
  static final String PASSWORD = "hoa nở bốn mùa";

  private SignUpRequests() {}

  static String freshEmail() {
    return "chu-" + UUID.randomUUID() + "@hoamai.example";
  }

  static Map<String, Object> body(String email) {
    Map<String, Object> body = new HashMap<>();
    body.put("name", "Tiệm hoa Mai");
    body.put("ownerName", "Nguyễn Thị Hoa");
    body.put("email", email);
    body.put("password", PASSWORD);
    return body;
  }

  static Response send(Map<String, Object> body) {
    return send(body, UUID.randomUUID().toString());
  }

  /** Each from an address of its own, so that no test uses up what another may do. */
  static Response send(Map<String, Object> body, String key) {
    return given()
        .contentType(ContentType.JSON)
        .header("X-Forwarded-For", address())
        .header("Idempotency-Key", key)
        .body(body)
        .post(PATH);
  }

  static String address() {
    int random = UUID.randomUUID().hashCode();
    return "10." + (random >>> 16 & 255) + "." + (random >>> 8 & 255) + "." + (random & 255);
  }

  /** Signs up and gives the secret of the link in the letter. */
  static String letter(String email) {
    send(body(email)).then().statusCode(202);
    return Letters.token(Letters.to(email).await(1));
  }

  static Response link(String what, String token) {
    return given()
        .contentType(ContentType.JSON)
        .header("X-Forwarded-For", address())
        .body(Map.of("token", token))
        .post(PATH + "/" + what);
  }
}
