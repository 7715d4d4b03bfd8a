package io.dakenh.config.media;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.dakenh.config.support.Business;
import io.dakenh.config.support.Files;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bson.BsonBinary;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MediaResourceTest {
  private static final String PATH = "/api/v1/media";

  @Inject MongoClient mongo;

  @ConfigProperty(name = "quarkus.mongodb.database")
  String databaseName;

  private static ValidatableResponse upload(Business business, String purpose, byte[] bytes) {
    return given()
        .auth()
        .oauth2(business.owner())
        .contentType("application/octet-stream")
        .queryParam("purpose", purpose)
        .queryParam("fileName", "tệp của tôi.bin")
        .body(bytes)
        .post(PATH)
        .then();
  }

  private static String picture(Business business) {
    return upload(business, "image", Files.png(30, 20)).statusCode(201).extract().path("id");
  }

  /** The address inside this service. */
  private static String inside(String url) {
    return url.replaceFirst("^/api/config/", "/api/");
  }

  private static void assertRefused(ValidatableResponse response, String code) {
    response
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("validation-failed"))
        .body("errors[0].pointer", equalTo("/file"))
        .body("errors[0].code", equalTo(code));
  }

  private MongoDatabase database() {
    return mongo.getDatabase(databaseName);
  }

  @Test
  @Rows(part = {"BTN-3", "BTN-9", "BTN-11"})
  void keepsAPictureAndServesItToAnybody() {
    Business business = Business.fresh();
    Response created =
        upload(business, "image", Files.png(30, 20))
            .statusCode(201)
            .header("Location", containsString("/api/config/v1/media/"))
            .body("purpose", equalTo("image"))
            .body("kind", equalTo("image"))
            .body("contentType", equalTo("image/png"))
            .body("widthPixels", equalTo(30))
            .body("heightPixels", equalTo(20))
            .body("durationMilliseconds", nullValue())
            .body("fileName", equalTo("tệp của tôi.bin"))
            .extract()
            .response();

    business
        .asOwner()
        .get(PATH + "/" + created.path("id"))
        .then()
        .statusCode(200)
        .body("url", equalTo(created.path("url")));
    byte[] served =
        given()
            .get(inside(created.path("url")))
            .then()
            .statusCode(200)
            .header("Content-Type", "image/png")
            .header("Cache-Control", "public, max-age=31536000, immutable")
            .header("X-Content-Type-Options", "nosniff")
            .header("Cross-Origin-Resource-Policy", "cross-origin")
            .header("Accept-Ranges", "bytes")
            .header("Content-Length", String.valueOf(created.<Integer>path("bytes")))
            .extract()
            .asByteArray();
    assertThat(served).hasSize(created.path("bytes"));
  }

  @Test
  @Rows(part = "SND-9")
  void servesSoundsInPartsAsSafariAsks() {
    Business business = Business.fresh();
    byte[] wav = Files.wav(8);
    for (int i = 44; i < wav.length; i++) {
      wav[i] = (byte) i;
    }
    byte[] ringtone = Files.wav(40);
    Response created = upload(business, "tone", wav).statusCode(201).extract().response();
    String url = inside(created.path("url"));

    byte[] first =
        given()
            .header("Range", "bytes=0-1")
            .get(url)
            .then()
            .statusCode(206)
            .header("Content-Type", "audio/wav")
            .header("Content-Range", "bytes 0-1/" + wav.length)
            .header("Content-Length", "2")
            .extract()
            .asByteArray();
    assertThat(first).containsExactly('R', 'I');
    byte[] middle =
        given()
            .header("Range", "bytes=100000-100099")
            .get(url)
            .then()
            .statusCode(206)
            .extract()
            .asByteArray();
    assertThat(middle).isEqualTo(Arrays.copyOfRange(wav, 100_000, 100_100));
    byte[] last =
        given()
            .header("Range", "bytes=-10")
            .get(url)
            .then()
            .statusCode(206)
            .extract()
            .asByteArray();
    assertThat(last).isEqualTo(Arrays.copyOfRange(wav, wav.length - 10, wav.length));
    given()
        .header("Range", "bytes=" + wav.length + "-")
        .get(url)
        .then()
        .statusCode(416)
        .header("Content-Range", "bytes */" + wav.length);
    given()
        .header("Range", "bytes=0-1")
        .header("If-Range", "\"another\"")
        .get(url)
        .then()
        .statusCode(200);
    given()
        .head(url)
        .then()
        .statusCode(200)
        .header("Content-Length", String.valueOf(wav.length))
        .header("Content-Type", "audio/wav");
    String etag = given().get(url).header("ETag");
    given().header("If-None-Match", etag).get(url).then().statusCode(304);

    // Longer than one chunk of the store.
    String long1 =
        inside(upload(business, "ringtone", ringtone).statusCode(201).extract().path("url"));
    byte[] across =
        given()
            .header("Range", "bytes=260000-523000")
            .get(long1)
            .then()
            .statusCode(206)
            .extract()
            .asByteArray();
    assertThat(across).isEqualTo(Arrays.copyOfRange(ringtone, 260_000, 523_001));
  }

  @Test
  @Rows(part = "BTN-11")
  void judgesByContentWhateverTheName() {
    Business business = Business.fresh();
    assertRefused(upload(business, "image", Files.mp3(2)), "file-type-unsupported");
    assertRefused(upload(business, "image", Files.svg()), "file-type-unsupported");
    assertRefused(
        upload(business, "image", Files.pngHeader(8_000, 7_500)), "image-too-many-pixels");
    assertRefused(upload(business, "image", new byte[0]), "file-empty");
    assertRefused(upload(business, "tone", Files.png(5, 5)), "file-type-unsupported");
    assertRefused(upload(business, "tone", Files.mp3(11)), "audio-too-long");
    assertRefused(upload(business, "ringtone", Files.mp3(360)), "audio-too-long");
  }

  @Test
  @Rows(part = "SND-9")
  void measuresAnMp3() {
    upload(Business.fresh(), "ringtone", Files.mp3(180))
        .statusCode(201)
        .body("contentType", equalTo("audio/mpeg"))
        .body("kind", equalTo("audio"))
        .body("durationMilliseconds", equalTo(180_000));
  }

  @Test
  @Rows(part = {"SND-9", "BTN-11"})
  void takesNoMoreBytesThanAllowed() {
    Business business = Business.fresh();
    for (Map.Entry<String, Integer> limit :
        Map.of("image", 2 * 1024 * 1024, "tone", 1024 * 1024, "ringtone", 5 * 1024 * 1024)
            .entrySet()) {
      upload(business, limit.getKey(), new byte[limit.getValue() + 1])
          .statusCode(413)
          .contentType("application/problem+json")
          .body("code", equalTo("body-too-large"));
    }
    // Other endpoints keep their own limit.
    business
        .asOwner()
        .body("{\"name\":\"" + "a".repeat(300_000) + "\"}")
        .post("/api/v1/departments")
        .then()
        .statusCode(413)
        .body("code", equalTo("body-too-large"));
  }

  @Test
  void namesWhatIsWrongWithTheRequest() {
    Business business = Business.fresh();
    upload(business, "video", Files.png(5, 5))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/purpose"))
        .body("errors[0].code", equalTo("unknown-value"));
    business.asOwner().body("{}").post(PATH).then().statusCode(415);
  }

  @Test
  @Rows(part = "GEN-1")
  void isTheOwnersOfTheBusinessAlone() {
    Business business = Business.fresh();
    String id = picture(business);
    given().get(PATH + "/" + id).then().statusCode(401);
    given()
        .contentType("application/octet-stream")
        .body(Files.png(5, 5))
        .post(PATH)
        .then()
        .statusCode(401);
    business.asAgent().get(PATH + "/" + id).then().statusCode(200);
    given()
        .auth()
        .oauth2(Tokens.agent(UUID.randomUUID()))
        .get(PATH + "/" + id)
        .then()
        .statusCode(404);
    given()
        .auth()
        .oauth2(Tokens.agent(business.id()))
        .contentType("application/octet-stream")
        .body(Files.png(5, 5))
        .post(PATH + "?purpose=image")
        .then()
        .statusCode(403);
    Business.fresh()
        .asOwner()
        .get(PATH + "/" + id)
        .then()
        .statusCode(404)
        .body("code", equalTo("media-not-found"));
  }

  @Test
  void servesNothingUnderAWrongAddress() {
    Business business = Business.fresh();
    String url = inside(upload(business, "image", Files.png(5, 5)).extract().path("url"));
    given().get(url.substring(0, url.length() - 1) + "0f").then().statusCode(404);
    given().get("/api/v1/public/media/" + UUID.randomUUID() + "/abc").then().statusCode(404);
    given().get("/api/v1/public/media/no-id/abc").then().statusCode(404);
  }

  @Test
  @Rows(part = "WIN-11")
  void standsForADepartment() {
    Business business = Business.fresh();
    String picture = picture(business);
    Map<String, Object> body = new HashMap<>(Business.department("Bán hàng", business.ownerId()));
    body.put("pictureMediaId", picture);
    business
        .asOwner()
        .body(body)
        .post("/api/v1/departments")
        .then()
        .statusCode(201)
        .body("pictureMediaId", equalTo(picture))
        .body("pictureUrl", startsWith("/api/config/v1/public/media/" + picture));
    body.put("name", "Bảo hành");
    body.put("pictureMediaId", picture(Business.fresh()));
    business
        .asOwner()
        .body(body)
        .post("/api/v1/departments")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/pictureMediaId"))
        .body("errors[0].code", equalTo("unknown-media"));
  }

  @Test
  void collectsWhatNothingNamesForADay() {
    Business business = Business.fresh();
    String unused = picture(business);
    String attached = picture(business);
    String ofDepartment = picture(business);
    String young = picture(business);
    Response avatar = upload(business, "image", Files.png(9, 9)).extract().response();
    String ofPerson = avatar.path("id");
    business
        .asOwner()
        .body(Map.of("name", "Chào", "content", "Xin chào", "mediaIds", List.of(attached)))
        .post("/api/v1/canned-messages")
        .then()
        .statusCode(201);
    Map<String, Object> department = new HashMap<>(Business.department("Kho", business.ownerId()));
    department.put("pictureMediaId", ofDepartment);
    business.asOwner().body(department).post("/api/v1/departments").then().statusCode(201);
    business
        .asOwner()
        .contentType("application/merge-patch+json")
        .header(
            "If-Match",
            business.asOwner().get("/api/v1/staff/" + business.ownerId()).header("ETag"))
        .body(Map.of("avatarUrl", avatar.path("url")))
        .patch("/api/v1/staff/" + business.ownerId())
        .then()
        .statusCode(200);

    for (String id : List.of(unused, attached, ofDepartment, ofPerson)) {
      age(id);
    }

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> business.asOwner().get(PATH + "/" + unused).statusCode() == 404);
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> chunks(unused) == 0);
    for (String id : List.of(attached, ofDepartment, ofPerson, young)) {
      business.asOwner().get(PATH + "/" + id).then().statusCode(200);
      assertThat(chunks(id)).isEqualTo(1);
    }
  }

  @Test
  void collectsWhatADeadUploadLeft() {
    Business business = Business.fresh();
    String id = picture(business);
    // As if the process had died after the chunks and before the rest.
    database().getCollection("media_bytes.files").deleteOne(Filters.eq("_id", key(id)));
    database()
        .getCollection("media")
        .updateOne(
            Filters.eq("_id", UUID.fromString(id)),
            Updates.combine(
                Updates.set("state", "storing"),
                Updates.set("createdAt", Instant.now().minus(Duration.ofHours(2)))));

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                chunks(id) == 0
                    && database()
                            .getCollection("media")
                            .countDocuments(Filters.eq("_id", UUID.fromString(id)))
                        == 0);
  }

  private void age(String id) {
    database()
        .getCollection("media")
        .updateOne(
            Filters.eq("_id", UUID.fromString(id)),
            Updates.set("lastUsedAt", Instant.now().minus(Duration.ofHours(25))));
  }

  private long chunks(String id) {
    return database()
        .getCollection("media_bytes.chunks", Document.class)
        .countDocuments(Filters.eq("files_id", key(id)));
  }

  private static BsonBinary key(String id) {
    return new BsonBinary(UUID.fromString(id));
  }

  @Test
  void readsNoJsonAsAPicture() {
    given()
        .auth()
        .oauth2(Business.fresh().owner())
        .contentType(ContentType.JSON)
        .body(Files.png(5, 5))
        .post(PATH + "?purpose=image")
        .then()
        .statusCode(415);
  }
}
