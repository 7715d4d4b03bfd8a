package io.dakenh.benchmarks.webhooks;

import io.dakenh.devstack.simulator.ProviderSimulators;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Requests as Facebook makes them, 1 KB each: of ten, one repeats the one before and one has a
 * wrong signature. Of a Page nobody has linked, so that only taking them is measured.
 */
public final class SignedBodies {
  private static final String NEW_LINE = "\r\n";
  private static final int OF = 10;
  private static final int REPEATED = 4;
  private static final int WRONG = 7;
  private static final String PAD = "x".repeat(760);

  private final String path;
  private final boolean wrongOnly;
  private final AtomicLong next;

  /**
   * Requests to a path.
   *
   * @param wrongOnly whether none has a right signature
   */
  SignedBodies(String path, boolean wrongOnly) {
    this.path = path;
    this.wrongOnly = wrongOnly;
    this.next = new AtomicLong(System.nanoTime() / OF * OF);
  }

  /** A request and the status it has to get. */
  record Post(byte[] request, int status) {}

  Post next() {
    long number = next.getAndIncrement();
    boolean wrong = wrongOnly || number % OF == WRONG;
    long shown = number % OF == REPEATED ? number - 1 : number;
    byte[] body =
        """
        {"object":"page","entry":[{"id":"900000000000000","time":1790000000123,"messaging":[{"sender":{"id":"71%d"},"recipient":{"id":"900000000000000"},"timestamp":1790000000001,"message":{"mid":"m_%d","text":"%s"}}]}]}"""
            .formatted(shown % 100_000, shown, PAD)
            .getBytes(StandardCharsets.US_ASCII);
    String signature = wrong ? "0".repeat(64) : HexFormat.of().formatHex(hmac(body));
    byte[] head =
        String.join(
                NEW_LINE,
                "POST " + path + " HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/json",
                "X-Hub-Signature-256: sha256=" + signature,
                "Content-Length: " + body.length,
                "",
                "")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] whole = new byte[head.length + body.length];
    System.arraycopy(head, 0, whole, 0, head.length);
    System.arraycopy(body, 0, whole, head.length, body.length);
    return new Post(whole, wrong ? 403 : 200);
  }

  static byte[] hmac(byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(
              ProviderSimulators.FACEBOOK_APP_SECRET.getBytes(StandardCharsets.US_ASCII),
              "HmacSHA256"));
      return mac.doFinal(body);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
