package io.dakenh.e2e.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody who runs the platform, made as whoever installs the suite would: in Keycloak. */
public record OperatorPerson(String email, String password) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String USERS = "/admin/realms/dakenh/users";

  /** A new one. */
  public static OperatorPerson create(SuiteUnderTest suite, APIRequestContext requests) {
    String token =
        json(requests.post(
                suite.keycloak() + "/realms/master/protocol/openid-connect/token",
                RequestOptions.create()
                    .setForm(
                        FormData.create()
                            .set("grant_type", "password")
                            .set("client_id", "admin-cli")
                            .set("username", "admin")
                            .set("password", suite.keycloakPassword()))))
            .path("access_token")
            .asText();
    OperatorPerson person =
        new OperatorPerson(
            "van-hanh-" + UUID.randomUUID().toString().substring(24) + "@example.test",
            "mat-khau-van-hanh");
    APIResponse created =
        requests.post(
            suite.keycloak() + USERS,
            as(token)
                .setData(
                    Map.of(
                        "username",
                        person.email(),
                        "email",
                        person.email(),
                        "emailVerified",
                        true,
                        "enabled",
                        true,
                        "firstName",
                        "Vận Hành",
                        "credentials",
                        List.of(
                            Map.of(
                                "type",
                                "password",
                                "value",
                                person.password(),
                                "temporary",
                                false)))));
    String user = created.headers().get("location");
    JsonNode role =
        json(requests.get(suite.keycloak() + "/admin/realms/dakenh/roles/operator", as(token)));
    requests.post(
        suite.keycloak() + USERS + user.substring(user.lastIndexOf('/')) + "/role-mappings/realm",
        as(token)
            .setData(
                List.of(
                    Map.of("id", role.path("id").asText(), "name", role.path("name").asText()))));
    return person;
  }

  private static RequestOptions as(String token) {
    return RequestOptions.create().setHeader("Authorization", "Bearer " + token);
  }

  private static JsonNode json(APIResponse answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
