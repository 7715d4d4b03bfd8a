package io.dakenh.channels.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dakenh.channels.event.Nodes;
import io.dakenh.channels.webhook.Signatures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Facebook signs when it tells of a person: {@code signature.payload}, both in base64url. */
record SignedRequest(String userId) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Empty unless it is genuine. */
  static Optional<SignedRequest> read(@Nullable String signed, String appSecret) {
    String[] parts = signed == null ? new String[0] : signed.split("\\.", -1);
    if (parts.length != 2) {
      return Optional.empty();
    }
    try {
      byte[] right =
          Signatures.hmac(
              appSecret.getBytes(StandardCharsets.UTF_8),
              parts[1].getBytes(StandardCharsets.US_ASCII));
      if (!MessageDigest.isEqual(right, Base64.getUrlDecoder().decode(parts[0]))) {
        return Optional.empty();
      }
      JsonNode payload = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
      String user = Nodes.text(payload, "user_id");
      return "HMAC-SHA256".equals(Nodes.text(payload, "algorithm")) && user != null
          ? Optional.of(new SignedRequest(user))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
