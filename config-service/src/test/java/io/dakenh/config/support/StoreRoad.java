package io.dakenh.config.support;

import static io.restassured.RestAssured.given;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Blocks and frees the road to the store. */
@ApplicationScoped
public class StoreRoad {
  private final URI control;

  @Inject
  StoreRoad(@ConfigProperty(name = "test.mongo.road") URI control) {
    this.control = control;
  }

  /** From now on the store is away. */
  public void block() {
    given().post(control.resolve("/blocked")).then().statusCode(200);
  }

  /** The store is back; returns when the service has noticed. */
  public void free() {
    given().post(control.resolve("/free")).then().statusCode(200);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> given().get("/q/health/ready").statusCode() == 200);
  }
}
