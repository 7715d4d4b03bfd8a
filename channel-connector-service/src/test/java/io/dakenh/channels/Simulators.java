package io.dakenh.channels;

import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Orders to the simulated providers. */
public final class Simulators {
  public static final List<String> ALL_SCOPES =
      List.of(
          "pages_messaging", "pages_manage_metadata", "pages_read_engagement", "pages_show_list");

  private Simulators() {}

  public static void facebookToken(String token, String pageId, List<String> scopes) {
    facebookToken(token, pageId, scopes, Map.of(), 0);
  }

  public static void facebookToken(
      String token,
      String pageId,
      List<String> scopes,
      Map<String, List<String>> chosenPages,
      int errorCode) {
    order(
        "/_control/facebook/tokens",
        Map.of(
            "token", token,
            "pageId", pageId,
            "scopes", scopes,
            "chosenPages", chosenPages,
            "errorCode", errorCode));
  }

  public static void zaloToken(String accessToken, String oaId, int error) {
    order(
        "/_control/zalo/tokens",
        Map.of("accessToken", accessToken, "oaId", oaId, "name", "OA", "error", error));
  }

  /** Breaks a provider, {@code facebook} or {@code zalo}; 0 mends it. */
  public static void fault(String provider, int status) {
    order("/_control/" + provider + "/fault", Map.of("status", status));
  }

  /** An order without an answer. */
  public static void order(String path, Object body) {
    String base = ConfigProvider.getConfig().getValue("dakenh.test.simulators", String.class);
    RestAssured.given()
        .contentType("application/json")
        .body(body)
        .post(base + path)
        .then()
        .statusCode(204);
  }

  /** Has events delivered to the service under test. */
  public static void deliverHere() {
    String here = "http://localhost:" + RestAssured.port + "/api/v1";
    order(
        "/_control/app",
        Map.of(
            "facebookWebhook", here + "/webhooks/facebook",
            "zaloWebhook", here + "/webhooks/zalo",
            "deauthorizeUrl", here + "/public/facebook/deauthorize",
            "dataDeletionUrl", here + "/public/facebook/data-deletion"));
  }

  /** Somebody does something: {@code act} and more, as name and value in turn. */
  public static String act(String provider, String account, String customer, Object... order) {
    Map<String, Object> all = new java.util.HashMap<>();
    all.put("account", account);
    all.put("customer", customer);
    for (int i = 0; i < order.length; i += 2) {
      all.put((String) order[i], order[i + 1]);
    }
    return RestAssured.given()
        .contentType("application/json")
        .body(all)
        .post(base() + "/_control/" + provider + "/act")
        .then()
        .statusCode(200)
        .extract()
        .path("id");
  }

  /** Something goes wrong, as name and value in turn. */
  public static void faultRule(Object... rule) {
    Map<String, Object> all = new java.util.HashMap<>();
    for (int i = 0; i < rule.length; i += 2) {
      all.put((String) rule[i], rule[i + 1]);
    }
    order("/_control/faults", all);
  }

  /** Nothing goes wrong any more. */
  public static void mend() {
    RestAssured.given().delete(base() + "/_control/faults").then().statusCode(204);
  }

  /** How often something was asked whose path contains a text. */
  public static int asked(String containing) {
    return RestAssured.given()
        .queryParam("path", containing)
        .get(base() + "/_control/requests")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("")
        .size();
  }

  /** What a customer sees of the business, oldest first. */
  public static List<String> seen(String provider, String account, String customer) {
    return RestAssured.given()
        .get(base() + "/_control/state")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList(
            "%s.find { it.id == '%s' }.customers.find { it.id == '%s' }.lines.findAll { !it.mine }.text"
                .formatted(provider, account, customer),
            String.class);
  }

  private static String base() {
    return ConfigProvider.getConfig().getValue("dakenh.test.simulators", String.class);
  }
}
