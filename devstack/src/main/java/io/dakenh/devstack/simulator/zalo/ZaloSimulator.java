package io.dakenh.devstack.simulator.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.devstack.simulator.core.Reply;
import io.dakenh.devstack.simulator.core.Request;
import io.dakenh.devstack.simulator.core.World;
import io.dakenh.devstack.simulator.zalo.OaBook.Oa;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The simulated Zalo: failures come with status 200 and an error number. */
public final class ZaloSimulator {
  private static final Duration LIFE = Duration.ofHours(25);

  private final OaBook book;
  private final World world;
  private final OaGrants grants;
  private final OaApi api;
  private final OaMessages messages;
  private final OaCustomers customers;

  /** What our app is at Zalo. */
  public record App(String id, String secret, String oaSecret) {}

  /** A Zalo with some OAs. */
  public ZaloSimulator(World world, App app) {
    this.world = world;
    this.book = new OaBook(world);
    OaDeliveries deliveries = new OaDeliveries(world, app);
    this.grants = new OaGrants(book, world, app);
    this.api = new OaApi(book, world, app);
    this.messages = new OaMessages(world, api, deliveries);
    this.customers = new OaCustomers(book, world, deliveries);
  }

  /** Answers one call. */
  public Reply handle(Request request) {
    String path = request.path().substring("/zalo".length());
    return switch (request.method() + " " + path) {
      case "GET /v4/oa/permission", "POST /v4/oa/permission" -> grants.dialog(request);
      case "POST /v4/oa/access_token" -> grants.token(request);
      case "GET /v2.0/oa/getoa" -> api.oa(request);
      case "GET /v3.0/oa/user/detail" -> api.customer(request);
      case "GET /v3.0/oa/user/getlist" -> api.customers(request);
      case "POST /v2.0/oa/quota/message" -> api.quota(request);
      case "POST /v2.0/oa/upload/image", "POST /v2.0/oa/upload/gif", "POST /v2.0/oa/upload/file" ->
          api.upload(request, path.substring(path.lastIndexOf('/') + 1));
      case "POST /v3.0/oa/message/cs", "POST /v2.0/oa/message" -> messages.send(request);
      default -> error(-404, "Not found", 404);
    };
  }

  /** Makes tokens known. */
  public void seed(JsonNode order) {
    Oa oa =
        new Oa(
            order.path("oaId").asText(), order.path("name").asText(), order.path("error").asInt());
    book.add(oa);
    @Nullable String refresh =
        order.path("refreshToken").isTextual() ? order.path("refreshToken").asText() : null;
    book.token(order.path("accessToken").asText(), refresh, oa, world.clock().instant().plus(LIFE));
  }

  /** Makes an OA known: {@code {id, name}}. */
  public void oa(JsonNode order) {
    book.add(new Oa(order.path("id").asText(), order.path("name").asText("OA"), 0));
  }

  /** Orders of a person who plays a customer, or Zalo itself. */
  public JsonNode act(JsonNode order) {
    return customers.act(order);
  }

  /** Everything a player of customers wants to see. */
  public JsonNode view() {
    return customers.view();
  }

  static Reply error(int code, String message) {
    return error(code, message, 200);
  }

  private static Reply error(int code, String message, int status) {
    return Reply.json(status, Map.of("error", code, "message", message));
  }
}
