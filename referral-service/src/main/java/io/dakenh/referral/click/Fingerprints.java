package io.dakenh.referral.click;

import io.dakenh.referral.ReferralConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells addresses and devices apart without keeping them: keyed hashes, useless without this
 * service's key and cut so short that they tell little with it.
 */
@ApplicationScoped
public class Fingerprints {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 12;
  private static final int NETWORK_GROUPS = 4;

  private final SecretKeySpec key;

  @Inject
  Fingerprints(ReferralConfig config) {
    this.key = new SecretKeySpec(config.hashKey().getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /** Where and on what somebody was. */
  public record Place(String address, String device) {}

  /** Of a request. */
  public Place place(@Nullable String address, @Nullable String agent, @Nullable String languages) {
    return new Place(
        hash("address/" + network(address)), hash("device/" + agent + "/" + languages));
  }

  /** One visitor of a day and a link. */
  String visitor(Place place, String day) {
    return hash("visitor/" + day + "/" + place.address() + "/" + place.device());
  }

  private String hash(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** One visitor of IPv6 has a whole network of addresses. */
  private static String network(@Nullable String address) {
    if (address == null) {
      return "";
    }
    int end = -1;
    for (int group = 0; group < NETWORK_GROUPS; group++) {
      int colon = address.indexOf(':', end + 1);
      if (colon < 0) {
        return address;
      }
      end = colon;
    }
    return address.substring(0, end);
  }
}
