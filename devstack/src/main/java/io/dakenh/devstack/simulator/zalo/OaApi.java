package io.dakenh.devstack.simulator.zalo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dakenh.devstack.simulator.core.Customer;
import io.dakenh.devstack.simulator.core.Reply;
import io.dakenh.devstack.simulator.core.Request;
import io.dakenh.devstack.simulator.core.Signing;
import io.dakenh.devstack.simulator.core.World;
import io.dakenh.devstack.simulator.zalo.OaBook.Access;
import io.dakenh.devstack.simulator.zalo.OaBook.Oa;
import io.dakenh.devstack.simulator.zalo.ZaloSimulator.App;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads, uploads and counters of the OA API. */
final class OaApi {
  private static final int INVALID_TOKEN = -216;
  private static final int EXPIRED_TOKEN = -220;
  private static final int BAD_PROOF = -242;
  private static final int INVALID = -201;
  private static final int TOO_LARGE = -210;
  private static final int MEGABYTE = 1024 * 1024;
  private static final Duration UPLOAD_LIFE = Duration.ofDays(7);
  private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png");

  private final OaBook book;
  private final World world;
  private final App app;
  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, Upload> uploads = new ConcurrentHashMap<>();

  OaApi(OaBook book, World world, App app) {
    this.book = book;
    this.world = world;
    this.app = app;
  }

  /** What was uploaded, for some days. */
  record Upload(String url, String kind, Instant until) {}

  /** Whose token a call carries; the refusal when it is none. */
  record Caller(@Nullable Oa oa, @Nullable Reply refusal) {}

  Caller caller(Request request) {
    String token = request.header("access_token");
    String proof = request.header("appsecret_proof");
    Access access = book.access(token);
    if (access == null) {
      return new Caller(null, ZaloSimulator.error(INVALID_TOKEN, "Access token is invalid"));
    }
    if (access.until().isBefore(world.clock().instant())) {
      return new Caller(null, ZaloSimulator.error(EXPIRED_TOKEN, "Access token has expired"));
    }
    if (!proof.isEmpty()
        && !proof.equals(
            Signing.hmac("HmacSHA256", app.secret(), token.getBytes(StandardCharsets.UTF_8)))) {
      return new Caller(null, ZaloSimulator.error(BAD_PROOF, "appsecret_proof is invalid"));
    }
    if (access.oa().error != 0) {
      return new Caller(null, ZaloSimulator.error(access.oa().error, "Refused"));
    }
    return new Caller(access.oa(), null);
  }

  Reply oa(Request request) {
    return with(
        request,
        oa -> {
          Map<String, Object> data = new LinkedHashMap<>();
          data.put("oa_id", oa.id);
          data.put("name", oa.name);
          data.put("is_verified", true);
          data.put("num_follower", oa.customers.size());
          data.put("avatar", world.files().face(oa.id));
          return success(data);
        });
  }

  Reply customer(Request request) {
    return with(
        request,
        oa -> {
          Customer customer = oa.customers.get(data(request).path("user_id").asText());
          if (customer == null || customer.profileHidden()) {
            return ZaloSimulator.error(INVALID, "user_id is invalid");
          }
          Map<String, Object> data = new LinkedHashMap<>();
          data.put("user_id", customer.id());
          data.put("display_name", customer.name());
          data.put("user_is_follower", true);
          data.put("avatar", customer.picture());
          data.put("avatars", Map.of("240", customer.picture()));
          data.put("shared_info", Map.of());
          return success(data);
        });
  }

  Reply customers(Request request) {
    return with(
        request,
        oa ->
            success(
                Map.of(
                    "total", oa.customers.size(),
                    "users",
                        oa.customers.keySet().stream().map(id -> Map.of("user_id", id)).toList())));
  }

  Reply quota(Request request) {
    return with(
        request,
        oa -> success(Map.of("type", "sub_quota", "remain", oa.quota.get(), "total", 2000)));
  }

  Reply upload(Request request, String kind) {
    return with(
        request,
        oa -> {
          Request.Part file = request.parts().get("file");
          if (file == null) {
            return ZaloSimulator.error(INVALID, "file is missing");
          }
          boolean picture = "image".equals(kind);
          int limit = picture ? MEGABYTE : 5 * MEGABYTE;
          if (file.bytes().length > limit) {
            return ZaloSimulator.error(TOO_LARGE, "file is too large");
          }
          if (picture && !PICTURES.contains(file.mediaType())) {
            return ZaloSimulator.error(INVALID, "file type is invalid");
          }
          String id = "SIM-ATT-" + world.nextId();
          uploads.put(
              id,
              new Upload(
                  world.files().put(file.fileName(), file.mediaType(), file.bytes()),
                  kind,
                  world.clock().instant().plus(UPLOAD_LIFE)));
          return success(Map.of("file".equals(kind) ? "token" : "attachment_id", id));
        });
  }

  /** What was uploaded under an id and has not expired. */
  @Nullable Upload uploaded(String id) {
    Upload upload = uploads.get(id);
    return upload == null || upload.until().isBefore(world.clock().instant()) ? null : upload;
  }

  Reply with(Request request, java.util.function.Function<Oa, Reply> doing) {
    Caller caller = caller(request);
    Oa oa = caller.oa();
    Reply refusal = caller.refusal();
    if (oa == null || refusal != null) {
      return refusal == null ? ZaloSimulator.error(INVALID_TOKEN, "Refused") : refusal;
    }
    return doing.apply(oa);
  }

  static Reply success(Object data) {
    return Reply.json(200, Map.of("error", 0, "message", "Success", "data", data));
  }

  private JsonNode data(Request request) {
    try {
      return json.readTree(request.parameter("data"));
    } catch (JsonProcessingException notJson) {
      return json.missingNode();
    }
  }
}
