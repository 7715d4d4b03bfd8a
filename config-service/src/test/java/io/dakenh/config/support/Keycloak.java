package io.dakenh.config.support;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sees and breaks the Keycloak stand-in. */
@ApplicationScoped
public class Keycloak {
  private final URI base;

  @Inject
  Keycloak(@ConfigProperty(name = "dakenh.config.keycloak.url") URI url) {
    this.base = url.resolve("/");
  }

  /**
   * What Keycloak knows of the person with this e-mail: {@code user}, {@code roles}, {@code
   * organizations}, {@code logouts}.
   */
  public JsonPath person(String email) {
    return given().queryParam("email", email).get(base.resolve("/control/state")).jsonPath();
  }

  /** From now on matching calls fail, before or after they took effect. */
  public void fail(String method, String path, String when) {
    fail(method, path, when, "");
  }

  /** From now on matching calls whose body holds the text fail. */
  public void fail(String method, String path, String when, String about) {
    given()
        .queryParam("method", method)
        .queryParam("path", path)
        .queryParam("when", when)
        .queryParam("about", about)
        .post(base.resolve("/control/fail"))
        .then()
        .statusCode(204);
  }

  /** Everything works again. */
  public void heal() {
    given().post(base.resolve("/control/fail")).then().statusCode(204);
  }
}
