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

  private static void order(String path, Object body) {
    String base = ConfigProvider.getConfig().getValue("dakenh.test.simulators", String.class);
    RestAssured.given()
        .contentType("application/json")
        .body(body)
        .post(base + path)
        .then()
        .statusCode(204);
  }
}
