package io.dakenh.livetalk.support;

import static io.restassured.RestAssured.given;

import io.dakenh.contracts.config.ApiKeyChanged;
import io.dakenh.contracts.event.EventCatalog;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Keys of businesses, known to the service by the events config-service would send. */
public final class Keys {
  private Keys() {}

  /** A key. */
  public record Key(
      UUID id, String handle, String text, List<String> scopes, @Nullable Instant expiresAt) {}

  /** Makes a key that is good at once. */
  public static Key make(Business business, String... scopes) {
    Key key = make(business, null, scopes);
    Awaitility.await("the key is known")
        .until(() -> given().auth().oauth2(key.text()).get("/api/v1/labels").statusCode() == 403);
    return key;
  }

  /** Makes a key that ends. */
  public static Key make(Business business, @Nullable Instant expiresAt, String... scopes) {
    String handle = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    String secret = (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
    Key key =
        new Key(
            UUID.randomUUID(), handle, "dk_" + handle + "_" + secret, List.of(scopes), expiresAt);
    announce(business, key, 1, false);
    return key;
  }

  /** The owner revokes it. */
  public static void revoke(Business business, Key key) {
    announce(business, key, 2, true);
  }

  /** Says how a key is. */
  public static void announce(Business business, Key key, long version, boolean revoked) {
    business
        .events()
        .publish(
            EventCatalog.API_KEY_CHANGED,
            key.id().toString(),
            business.id(),
            new ApiKeyChanged(
                business.id(),
                key.id(),
                version,
                "Khoá",
                key.handle(),
                hash(key.text()),
                key.scopes(),
                key.expiresAt(),
                revoked));
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
