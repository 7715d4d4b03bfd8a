package io.dakenh.channels.media;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.dakenh.channels.media.MediaStore.Stored;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Copies are served to whoever was given their address, and to nobody else. */
@QuarkusTest
class MediaResourceTest {
  @Inject MediaStore store;
  @Inject MediaLinks links;

  private Stored stored(byte[] bytes) {
    return store.put(UUID.randomUUID(), null, "file", "bảng giá.txt", "text/plain", bytes);
  }

  @Test
  void servesACopyInside() {
    byte[] bytes = "nội dung".repeat(50_000).getBytes(StandardCharsets.UTF_8);

    byte[] served =
        given()
            .get(links.inside(stored(bytes)))
            .then()
            .statusCode(200)
            .header("Content-Length", Integer.toString(bytes.length))
            .header("X-Content-Type-Options", "nosniff")
            .header("Content-Disposition", containsString("attachment"))
            .extract()
            .asByteArray();

    assertThat(served).isEqualTo(bytes);
  }

  @Test
  void anAddressIsForOneFileAndEnds() {
    Stored one = stored(new byte[] {1});
    Stored other = stored(new byte[] {2});
    String path = here(links.outside(one.id(), one.expiresAt()));

    given().get(path).then().statusCode(200);
    given().get(path.replace(one.id().toString(), other.id().toString())).then().statusCode(404);
    given().get(path.replaceAll("expires=\\d+", "expires=99999999999")).then().statusCode(404);
    given().get(path.replaceAll("&signature=.*", "")).then().statusCode(404);
    given()
        .get(here(links.outside(one.id(), Instant.now().minusSeconds(1))))
        .then()
        .statusCode(403)
        .body("code", equalTo("media-link-expired"));
    given()
        .get(here(links.outside(UUID.randomUUID(), one.expiresAt())))
        .then()
        .statusCode(404)
        .body("code", equalTo("media-not-found"));
  }

  private static String here(String outside) {
    return outside.replace("/api/channels/", "/api/");
  }
}
