package io.dakenh.config.tenant;

import io.dakenh.config.ServiceSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two businesses belong to one owner without telling who that is: keyed hashes of the
 * owner's address and of its domain. Referrals are guarded by them.
 */
@ApplicationScoped
public class OwnerFacts {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 16;

  /** Where anybody may have an address, so that a common domain says nothing. */
  private static final Set<String> PUBLIC_DOMAINS =
      Set.of(
          "gmail.com",
          "googlemail.com",
          "yahoo.com",
          "yahoo.com.vn",
          "ymail.com",
          "outlook.com",
          "outlook.com.vn",
          "hotmail.com",
          "live.com",
          "msn.com",
          "icloud.com",
          "me.com",
          "aol.com",
          "proton.me",
          "protonmail.com",
          "zoho.com",
          "gmx.com",
          "gmx.net",
          "mail.com",
          "yandex.com",
          "fastmail.com",
          "tutanota.com",
          "vnn.vn",
          "fpt.vn",
          "viettel.vn");

  private static final Set<String> WITHOUT_DOTS = Set.of("gmail.com", "googlemail.com");

  private final SecretKeySpec key;

  @Inject
  OwnerFacts(ServiceSettings settings) {
    this.key =
        new SecretKeySpec(settings.ownerHashKey().getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /** Of an address in its plainest form: without what mail providers ignore. */
  public String ownerHash(String email) {
    return hash("owner/" + plain(email));
  }

  /** Of the domain, null when anybody may have an address there. */
  public @Nullable String domainHash(String email) {
    String domain = domain(email);
    return PUBLIC_DOMAINS.contains(domain) ? null : hash("domain/" + domain);
  }

  /** {@code An.Nguyen+shop@GMail.com} is {@code annguyen@gmail.com}. */
  static String plain(String email) {
    String domain = domain(email);
    String local = email.substring(0, Math.max(0, email.lastIndexOf('@'))).toLowerCase(Locale.ROOT);
    int tag = local.indexOf('+');
    if (tag > 0) {
      local = local.substring(0, tag);
    }
    if (WITHOUT_DOTS.contains(domain)) {
      return local.replace(".", "") + "@gmail.com";
    }
    return local + "@" + domain;
  }

  private static String domain(String email) {
    return email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
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
}
