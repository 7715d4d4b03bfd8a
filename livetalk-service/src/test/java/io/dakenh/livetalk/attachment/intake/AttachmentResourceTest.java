package io.dakenh.livetalk.attachment.intake;

import static io.dakenh.livetalk.support.SocketClient.message;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.livetalk.store.Database;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SampleFiles;
import io.dakenh.livetalk.support.SocketClient;
import io.dakenh.platform.problem.ProblemException;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files from upload to every screen, and all that is refused on the way. */
@QuarkusTest
class AttachmentResourceTest {
  private static final String VISITORS = "/api/v1/public/attachments";
  private static final String AGENTS = "/api/v1/attachments";

  @Inject Database database;
  @Inject AttachmentCollector collector;

  private Business shop;
  private String token;
  private SocketClient visitor;
  private SocketClient desk;
  private UUID conversation;

  @BeforeEach
  void open() {
    shop = Business.withAgents(2);
    token = shop.visitorToken();
    visitor = shop.visitor(token);
    desk = shop.desk(shop.agent(0));
    conversation = shop.talk(visitor, desk, shop.agent(0));
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private ValidatableResponse upload(
      String path, String bearer, UUID to, String name, byte[] bytes) {
    return given()
        .auth()
        .oauth2(bearer)
        .contentType("application/octet-stream")
        .queryParam("conversationId", to.toString())
        .queryParam("name", name)
        .body(bytes)
        .post(path)
        .then();
  }

  private String uploaded(String name, byte[] bytes) {
    return upload(VISITORS, token, conversation, name, bytes).statusCode(201).extract().path("id");
  }

  private static ObjectNode carrying(UUID conversation, UUID clientId, String text, String... ids) {
    ObjectNode send = message(conversation, clientId, text);
    Arrays.stream(ids).forEach(send.putArray("attachmentIds")::add);
    return send;
  }

  private static String inside(String url) {
    return url.replaceFirst("^/api/livetalk/", "/api/");
  }

  @Test
  @Rows(part = {"TALK-1", "TALK-3"})
  void aPictureReachesTheDeskWithAThumbnail() {
    byte[] photo = SampleFiles.picture("jpg", 1200, 600);
    ValidatableResponse answer =
        upload(VISITORS, token, conversation, "ảnh áo.jpg", photo)
            .statusCode(201)
            .body("name", equalTo("ảnh áo.jpg"))
            .body("mediaType", equalTo("image/jpeg"))
            .body("width", equalTo(1200))
            .body("height", equalTo(600));
    String id = answer.extract().path("id");

    JsonNode ack = visitor.ask(carrying(conversation, UUID.randomUUID(), "", id));
    assertThat(ack.path("sequence").asLong()).isEqualTo(2);
    JsonNode message =
        desk.await(
                frame ->
                    frame.path("type").asText().equals("message")
                        && frame.path("message").path("attachments").size() == 1)
            .get("message");
    assertThat(message.get("text").asText()).isEmpty();
    JsonNode file = message.get("attachments").get(0);
    assertThat(file.get("id").asText()).isEqualTo(id);

    given()
        .get(inside(file.get("url").asText()))
        .then()
        .statusCode(200)
        .header("Content-Type", "image/jpeg")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Disposition", containsString("inline"))
        .header("Content-Security-Policy", containsString("sandbox"))
        .header("Cache-Control", matchesPattern("private, max-age=\\d+, immutable"));
    byte[] small =
        given()
            .get(inside(file.get("thumbnailUrl").asText()))
            .then()
            .statusCode(200)
            .header("Content-Type", "image/jpeg")
            .extract()
            .asByteArray();
    assertThat(small.length).isLessThan(photo.length);

    given()
        .auth()
        .oauth2(shop.agent(0).token())
        .get("/api/v1/conversations/" + conversation + "/messages")
        .then()
        .statusCode(200)
        .body("items[1].attachments[0].id", equalTo(id))
        .body("items[0].attachments", nullValue());
  }

  @Test
  @Rows(part = "TALK-3")
  void agentsSendFilesToo() {
    String id =
        upload(AGENTS, shop.agent(0).token(), conversation, "báo giá.pdf", SampleFiles.pdf())
            .statusCode(201)
            .body("mediaType", equalTo("application/pdf"))
            .extract()
            .path("id");
    desk.ask(carrying(conversation, UUID.randomUUID(), "Báo giá đây ạ", id));
    JsonNode file = visitor.awaitMessage("Báo giá đây ạ").path("attachments").path(0);
    given()
        .get(inside(file.get("url").asText()))
        .then()
        .statusCode(200)
        .header(
            "Content-Disposition", equalTo("attachment; filename*=UTF-8''b%C3%A1o%20gi%C3%A1.pdf"))
        .header("Content-Type", "application/pdf");
  }

  @Test
  @Rows(part = "TALK-1")
  void soundsArePlayedInParts() {
    byte[] wav = SampleFiles.wav(50);
    for (int i = 44; i < wav.length; i++) {
      wav[i] = (byte) (i / 1000);
    }
    String url =
        upload(VISITORS, token, conversation, "ghi âm.wav", wav)
            .statusCode(201)
            .body("mediaType", equalTo("audio/wav"))
            .body("durationMilliseconds", equalTo(50_000))
            .extract()
            .path("url");
    byte[] part =
        given()
            .header("Range", "bytes=262000-262299")
            .get(inside(url))
            .then()
            .statusCode(206)
            .header("Content-Range", "bytes 262000-262299/" + wav.length)
            .extract()
            .asByteArray();
    assertThat(part).isEqualTo(Arrays.copyOfRange(wav, 262_000, 262_300));
    assertThat(given().get(inside(url)).then().statusCode(200).extract().asByteArray())
        .isEqualTo(wav);
    given().header("Range", "bytes=999999999-").get(inside(url)).then().statusCode(416);
  }

  @Test
  void whatIsNoFileOfAKnownKindIsRefused() {
    byte[] html = "<!doctype html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    byte[] svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"
            .getBytes(StandardCharsets.UTF_8);
    byte[] program = new byte[512];
    program[0] = 'M';
    program[1] = 'Z';
    for (byte[] bytes : List.of(html, svg, program)) {
      upload(VISITORS, token, conversation, "ảnh.png", bytes)
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/file"))
          .body("errors[0].code", equalTo("file-type-unsupported"));
    }
    upload(VISITORS, token, conversation, "rỗng.png", new byte[0])
        .statusCode(400)
        .body("errors[0].code", equalTo("file-empty"));
    byte[] cut = Arrays.copyOf(SampleFiles.picture("png", 64, 64), 300);
    upload(VISITORS, token, conversation, "hỏng.png", cut)
        .statusCode(400)
        .body("errors[0].code", equalTo("file-damaged"));
  }

  @Test
  void aWrongNameIsPutRight() {
    upload(VISITORS, token, conversation, "../hợp đồng.pdf", SampleFiles.picture("png", 20, 10))
        .statusCode(201)
        .body("mediaType", equalTo("image/png"))
        .body("name", equalTo("hợp đồng.pdf.png"))
        .body("thumbnailUrl", nullValue());
  }

  @Test
  void tooMuchIsRefusedBeforeItIsRead() throws IOException {
    assertThat(announced(VISITORS, 25L * 1024 * 1024)).contains("413").contains("body-too-large");
    assertThat(announced("/api/v1/public/visitor-sessions", 300_000))
        .contains("413")
        .contains("body-too-large");
  }

  /** What is answered to whoever says how much is to come, before any of it came. */
  private String announced(String path, long length) throws IOException {
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      socket.setSoTimeout(10_000);
      String head =
          "POST "
              + path
              + "?conversationId="
              + conversation
              + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
              + token
              + "\r\nContent-Type: application/octet-stream\r\nContent-Length: "
              + length
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      StringBuilder answer = new StringBuilder();
      byte[] piece = new byte[4096];
      for (int count = 0; count >= 0 && answer.indexOf("}") < 0; ) {
        count = socket.getInputStream().read(piece);
        answer.append(new String(piece, 0, Math.max(0, count), StandardCharsets.UTF_8));
      }
      return answer.toString();
    }
  }

  @Test
  void whatSaysNotHowMuchItIsIsCounted() throws IOException {
    try (SpooledUpload small = SpooledUpload.read(new ByteArrayInputStream(new byte[1000]), 1000)) {
      assertThat(small.length()).isEqualTo(1000);
      assertThat(small.file()).hasSize(1000);
    }
    assertThatThrownBy(
            () -> SpooledUpload.read(new ByteArrayInputStream(new byte[1001]), 1000).close())
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.code()).isEqualTo("body-too-large"));
  }

  @Test
  void onlyThoseWhoTakePartMayUpload() {
    byte[] png = SampleFiles.picture("png", 20, 10);
    upload(VISITORS, shop.visitorToken(), conversation, "a.png", png)
        .statusCode(404)
        .body("code", equalTo("conversation-not-found"));
    upload(VISITORS, "nonsense", conversation, "a.png", png).statusCode(401);
    given()
        .contentType("application/octet-stream")
        .body(png)
        .post(VISITORS + "?conversationId=" + conversation)
        .then()
        .statusCode(401)
        .body("code", equalTo("token-missing"));
    given()
        .contentType("application/octet-stream")
        .body(png)
        .post(AGENTS + "?conversationId=" + conversation)
        .then()
        .statusCode(401);
    upload(AGENTS, shop.agent(1).token(), conversation, "a.png", png)
        .statusCode(403)
        .body("code", equalTo("not-a-participant"));
    upload(VISITORS, shop.agent(0).token(), conversation, "a.png", png).statusCode(401);
    given()
        .auth()
        .oauth2(token)
        .contentType("application/octet-stream")
        .body(png)
        .post(VISITORS)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/conversationId"));
    try (Business other = Business.withAgents(1)) {
      upload(AGENTS, other.agent(0).token(), conversation, "a.png", png).statusCode(404);
      upload(VISITORS, other.visitorToken(), conversation, "a.png", png).statusCode(404);
    }
    visitor.ask(SocketClient.request("close").put("conversationId", conversation.toString()));
    upload(VISITORS, token, conversation, "a.png", png)
        .statusCode(409)
        .body("code", equalTo("conversation-closed"));
  }

  @Test
  @Rows(part = "TALK-8")
  void whoIsBlockedUploadsAndChangesNothing() {
    given()
        .auth()
        .oauth2(shop.agent(0).token())
        .contentType("application/json")
        .body("{\"reason\":\"spam\"}")
        .put("/api/v1/visitors/" + visitor.ready().path("me").path("id").asText() + "/block")
        .then()
        .statusCode(204);
    upload(VISITORS, token, conversation, "a.pdf", SampleFiles.pdf())
        .statusCode(403)
        .body("code", equalTo("visitor-blocked"));
    ObjectNode edit =
        SocketClient.request("edit")
            .put("conversationId", conversation.toString())
            .put("sequence", 1)
            .put("text", "spam");
    assertThat(visitor.ask(edit).path("code").asText()).isEqualTo("visitor-blocked");
  }

  @Test
  void aFileBelongsToItsUploaderAndConversation() {
    String mine = uploaded("a.png", SampleFiles.picture("png", 20, 10));
    UUID other = visitor.open("Chuyện khác");

    JsonNode elsewhere = visitor.ask(carrying(other, UUID.randomUUID(), "x", mine));
    assertThat(elsewhere.path("code").asText()).isEqualTo("attachment-not-found");
    JsonNode notMine = desk.ask(carrying(conversation, UUID.randomUUID(), "x", mine));
    assertThat(notMine.path("code").asText()).isEqualTo("attachment-not-found");
    JsonNode unknown =
        visitor.ask(carrying(conversation, UUID.randomUUID(), "x", UUID.randomUUID().toString()));
    assertThat(unknown.path("code").asText()).isEqualTo("attachment-not-found");

    JsonNode sent = visitor.ask(carrying(conversation, UUID.randomUUID(), "x", mine));
    assertThat(sent.path("sequence").asLong()).isEqualTo(2);
    JsonNode twice = visitor.ask(carrying(conversation, UUID.randomUUID(), "x", mine));
    assertThat(twice.path("code").asText()).isEqualTo("attachment-not-found");
    assertThat(visitor.say(conversation, "tiếp").path("sequence").asLong()).isEqualTo(3);
  }

  @Test
  @Rows(part = "TALK-11")
  void aRetryIsTheSameWithTheSameFiles() {
    String first = uploaded("a.png", SampleFiles.picture("png", 20, 10));
    String second = uploaded("b.png", SampleFiles.picture("png", 20, 10));
    UUID clientId = UUID.randomUUID();

    JsonNode sent = visitor.ask(carrying(conversation, clientId, "hai ảnh", first, second));
    JsonNode again = visitor.ask(carrying(conversation, clientId, "hai ảnh", first, second));
    assertThat(again.path("sequence")).isEqualTo(sent.path("sequence"));
    JsonNode fewer = visitor.ask(carrying(conversation, clientId, "hai ảnh", first));
    assertThat(fewer.path("code").asText()).isEqualTo("client-message-id-reused");
    JsonNode none = visitor.ask(message(conversation, clientId, "hai ảnh"));
    assertThat(none.path("code").asText()).isEqualTo("client-message-id-reused");
    JsonNode shown = desk.awaitMessage("hai ảnh").get("attachments");
    assertThat(shown.get(0).get("id").asText()).isEqualTo(first);
    assertThat(shown.get(1).get("id").asText()).isEqualTo(second);
  }

  @Test
  void aFrameWithTooManyOrTwiceTheSameFileIsRefused() {
    String id = UUID.randomUUID().toString();
    JsonNode twice = visitor.ask(carrying(conversation, UUID.randomUUID(), "", id, id));
    assertThat(twice.path("code").asText()).isEqualTo("validation-failed");
    String[] eleven = new String[11];
    Arrays.setAll(eleven, i -> UUID.randomUUID().toString());
    JsonNode many = visitor.ask(carrying(conversation, UUID.randomUUID(), "", eleven));
    assertThat(many.path("code").asText()).isEqualTo("validation-failed");
    JsonNode nothing = visitor.ask(carrying(conversation, UUID.randomUUID(), "   "));
    assertThat(nothing.path("code").asText()).isEqualTo("message-empty");
  }

  @Test
  void anAddressIsGoodForItsFileOnly() {
    ValidatableResponse one =
        upload(VISITORS, token, conversation, "a.png", SampleFiles.picture("png", 600, 10));
    String url = inside(one.extract().path("url"));
    String other = uploaded("b.png", SampleFiles.picture("png", 20, 10));
    String id = one.extract().path("id");

    given().get(url.replace(id, other)).then().statusCode(404);
    given().get(url.replace(id, UUID.randomUUID().toString())).then().statusCode(404);
    given().get(url.replace("/file", "/thumbnail")).then().statusCode(404);
    given().get(url.replaceFirst("expires=\\d", "expires=9")).then().statusCode(404);
    given().get(url.replaceFirst("&signature=.*", "")).then().statusCode(404);
    given().get(VISITORS + "/" + id + "/file").then().statusCode(404);
    String etag = given().get(url).then().statusCode(200).extract().header("ETag");
    given().header("If-None-Match", etag).get(url).then().statusCode(304);
  }

  @Test
  void whatNobodySendsIsCollectedAndGivesItsRoomBack() {
    String unsent = uploaded("a.png", SampleFiles.picture("png", 600, 400));
    String sent = uploaded("b.png", SampleFiles.picture("png", 600, 400));
    visitor.ask(carrying(conversation, UUID.randomUUID(), "ảnh", sent));
    long before = used();
    database.update(
        "update attachment set created_at = now() - interval '25 hours' where conversation_id = ?",
        conversation);

    JsonNode late = visitor.ask(carrying(conversation, UUID.randomUUID(), "muộn", unsent));
    assertThat(late.path("code").asText()).isEqualTo("attachment-not-found");
    assertThat(collector.collect()).isPositive();

    assertThat(chunks(unsent)).isZero();
    assertThat(chunks(sent)).isPositive();
    assertThat(used()).isLessThan(before).isPositive();
  }

  @Test
  void aBusinessHasOnlySoMuchRoom() {
    database.update(
        """
        insert into attachment_usage (tenant_id, bytes) values (?, ?)
        on conflict (tenant_id) do update set bytes = excluded.bytes""",
        shop.id(),
        64L * 1024 * 1024 - 10);
    upload(VISITORS, token, conversation, "a.pdf", SampleFiles.pdf())
        .statusCode(422)
        .body("code", equalTo("attachment-budget-reached"));
    assertThat(used()).isEqualTo(64L * 1024 * 1024 - 10);
  }

  @Test
  void onePersonCannotPileUpUploads() {
    for (int i = 0; i < 20; i++) {
      uploaded("a.pdf", SampleFiles.pdf());
    }
    upload(VISITORS, token, conversation, "a.pdf", SampleFiles.pdf())
        .statusCode(422)
        .body("code", equalTo("attachment-limit-reached"));
  }

  private long used() {
    return database
        .first(
            "select bytes from attachment_usage where tenant_id = ?",
            row -> row.getLong(1),
            shop.id())
        .orElseThrow();
  }

  private long chunks(String id) {
    return database
        .first(
            "select count(*) from attachment_chunk where attachment_id = ?",
            row -> row.getLong(1),
            UUID.fromString(id))
        .orElseThrow();
  }
}
