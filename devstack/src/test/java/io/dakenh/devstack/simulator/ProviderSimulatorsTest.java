package io.dakenh.devstack.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProviderSimulatorsTest {
  private static final String APP_TOKEN =
      ProviderSimulators.FACEBOOK_APP_ID + "|" + ProviderSimulators.FACEBOOK_APP_SECRET;

  private final ProviderSimulators simulators = ProviderSimulators.start(0);
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    http.close();
    simulators.close();
  }

  @Test
  void inspectsTokensLikeGraph() throws Exception {
    post(
        "/_control/facebook/tokens",
        """
        {"token": "T", "pageId": "9", "scopes": ["pages_messaging", "pages_show_list"],
         "chosenPages": {"pages_messaging": ["9"]}}""",
        "application/json");

    HttpResponse<String> known = get("/fb/v25.0/debug_token?input_token=T&" + app(APP_TOKEN));
    assertThat(known.statusCode()).isEqualTo(200);
    assertThat(known.headers().firstValue("facebook-api-version")).hasValue("v25.0");
    assertThat(known.body())
        .contains("\"is_valid\":true", "\"profile_id\":\"9\"", "\"target_ids\":[\"9\"]");
    HttpResponse<String> dead = get("/fb/v25.0/debug_token?input_token=X&" + app(APP_TOKEN));
    assertThat(dead.statusCode()).isEqualTo(200);
    assertThat(dead.body()).contains("\"is_valid\":false", "\"code\":190");
    HttpResponse<String> stranger = get("/fb/v25.0/debug_token?input_token=T&" + app("1|2"));
    assertThat(stranger.statusCode()).isEqualTo(400);
    assertThat(stranger.body()).contains("\"code\":190", "fbtrace_id");
  }

  @Test
  void refusesRemovedLegacyBehaviours() throws Exception {
    assertThat(get("/fb/v26.0/me?method=delete").statusCode()).isEqualTo(400);
    assertThat(get("/fb/v26.0/me?callback=f").statusCode()).isEqualTo(400);
  }

  @Test
  void usesUpRefreshTokensLikeZalo() throws Exception {
    post(
        "/_control/zalo/tokens",
        "{\"accessToken\": \"A\", \"refreshToken\": \"R\", \"oaId\": \"7\", \"name\": \"OA\"}",
        "application/json");
    String form =
        "app_id=" + ProviderSimulators.ZALO_APP_ID + "&grant_type=refresh_token&refresh_token=R";

    String first = token(form);
    assertThat(first).contains("\"access_token\":\"SIM-AT-", "\"expires_in\":\"90000\"");
    assertThat(token(form)).contains("\"error\":-14020");
    assertThat(oa("A")).contains("\"error\":-216");
    String access = first.replaceAll("(?s).*\"access_token\":\"([^\"]+)\".*", "$1");
    assertThat(oa(access)).contains("\"error\":0", "\"oa_id\":\"7\"");
  }

  @Test
  void breaksAndMendsOnOrder() throws Exception {
    post("/_control/zalo/fault", "{\"status\": 503}", "application/json");
    assertThat(get("/zalo/v2.0/oa/getoa").statusCode()).isEqualTo(503);
    assertThat(get("/health").statusCode()).isEqualTo(200);
    post("/_control/zalo/fault", "{\"status\": 0}", "application/json");
    assertThat(get("/zalo/v2.0/oa/getoa").statusCode()).isEqualTo(200);
  }

  private static String app(String token) {
    return "access_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
  }

  private String token(String form) throws IOException, InterruptedException {
    return post("/zalo/v4/oa/access_token", form, "application/x-www-form-urlencoded");
  }

  private String oa(String token) throws IOException, InterruptedException {
    return http.send(
            request("/zalo/v2.0/oa/getoa").header("access_token", token).build(),
            BodyHandlers.ofString())
        .body();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(request(path).build(), BodyHandlers.ofString());
  }

  private String post(String path, String body, String type)
      throws IOException, InterruptedException {
    return http.send(
            request(path)
                .header("Content-Type", type)
                .header("secret_key", ProviderSimulators.ZALO_APP_SECRET)
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString())
        .body();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + simulators.port() + path));
  }
}
