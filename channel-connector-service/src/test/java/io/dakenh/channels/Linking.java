package io.dakenh.channels;

import static io.restassured.RestAssured.given;

import io.dakenh.devstack.identity.Tokens;
import io.restassured.RestAssured;
import io.restassured.config.RedirectConfig;
import io.restassured.response.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Links through the simulated dialogs, as an owner's browser would. */
public final class Linking {
  private static final AtomicLong IDS = new AtomicLong(System.currentTimeMillis() * 1000);

  /** One owner per business: a dialog is theirs alone. */
  private static final Map<UUID, String> OWNERS = new java.util.concurrent.ConcurrentHashMap<>();

  private Linking() {}

  /** The token of the business's owner, always the same person. */
  public static String owner(UUID tenantId) {
    return OWNERS.computeIfAbsent(tenantId, Tokens::owner);
  }

  /** A dialog that was begun: its id, the address of the dialog and the browser's cookie. */
  public record Begun(String id, String dialogUrl, Map<String, String> cookies) {}

  /** A number nobody had before. */
  public static String fresh() {
    return Long.toString(IDS.incrementAndGet());
  }

  /** A new Page at the simulated Facebook. */
  public static String page() {
    String id = fresh();
    Simulators.order("/_control/facebook/pages", Map.of("id", id, "name", "Trang " + id));
    return id;
  }

  /** A new OA at the simulated Zalo. */
  public static String oa() {
    String id = fresh();
    Simulators.order("/_control/zalo/oas", Map.of("id", id, "name", "OA " + id));
    return id;
  }

  public static Begun begin(UUID tenantId, String kind) {
    Response answer =
        given()
            .auth()
            .oauth2(owner(tenantId))
            .contentType("application/json")
            .body(Map.of("kind", kind, "returnPath", "/channels"))
            .post("/api/v1/link-sessions")
            .then()
            .statusCode(201)
            .extract()
            .response();
    return new Begun(answer.path("id"), answer.path("dialogUrl"), answer.getCookies());
  }

  /** Where the dialog sends the browser when the person decides. */
  public static URI decide(Begun begun, String decision) {
    return URI.create(
        given()
            .config(
                RestAssured.config()
                    .redirect(RedirectConfig.redirectConfig().followRedirects(false)))
            .urlEncodingEnabled(false)
            .get(URI.create(begun.dialogUrl() + "&_auto=" + decision))
            .then()
            .statusCode(302)
            .extract()
            .header("Location"));
  }

  /** The browser comes back with its cookie; where it is sent on. */
  public static String callback(Begun begun, URI back, boolean sameBrowser) {
    return given()
        .config(
            RestAssured.config().redirect(RedirectConfig.redirectConfig().followRedirects(false)))
        .urlEncodingEnabled(false)
        .cookies(sameBrowser ? begun.cookies() : Map.of())
        .get(back.getRawPath().replace("/api/channels/", "/api/") + "?" + back.getRawQuery())
        .then()
        .statusCode(303)
        .extract()
        .header("Location");
  }

  public static Response session(UUID tenantId, String id) {
    return given()
        .auth()
        .oauth2(owner(tenantId))
        .get("/api/v1/link-sessions/" + id)
        .then()
        .statusCode(200)
        .extract()
        .response();
  }

  public static Response choose(UUID tenantId, String id, List<String> pages) {
    return given()
        .auth()
        .oauth2(owner(tenantId))
        .contentType("application/json")
        .body(Map.of("externalIds", pages))
        .post("/api/v1/link-sessions/" + id + "/choice");
  }

  /** Links Pages; their channels in the order of the Pages. */
  public static List<UUID> pages(UUID tenantId, String... pages) {
    Begun begun = begin(tenantId, "facebook");
    callback(begun, decide(begun, "approve&pages=" + String.join("&pages=", pages)), true);
    List<String> ids =
        choose(tenantId, begun.id(), Arrays.asList(pages))
            .then()
            .statusCode(200)
            .extract()
            .path("linked.id");
    return new ArrayList<>(ids).stream().map(UUID::fromString).toList();
  }

  /** Links an OA; its channel. */
  public static UUID oa(UUID tenantId, String oa) {
    Begun begun = begin(tenantId, "zalo");
    callback(begun, decide(begun, "approve&oa=" + oa), true);
    List<String> ids = session(tenantId, begun.id()).path("channelIds");
    return UUID.fromString(ids.getFirst());
  }
}
