package io.dakenh.channels.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals tokens with AES-256-GCM. A sealed token is text, {@code v1.<key id>.<nonce and
 * ciphertext>}, so the key id travels with it and keys can be rotated while old rows still open.
 */
public final class TokenCipher {
  private static final String VERSION = "v1";
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final TokenKeys keys;
  private final SecureRandom random = new SecureRandom();

  /** With the keys it seals and opens with. */
  public TokenCipher(TokenKeys keys) {
    this.keys = keys;
  }

  /** Seals a token for its place with the current key. */
  public String seal(String token, TokenPlace place) {
    String keyId = keys.currentId();
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher =
          cipher(Cipher.ENCRYPT_MODE, keys.current(), nonce, place.authenticatedWith(keyId));
      byte[] sealed = cipher.doFinal(token.getBytes(StandardCharsets.UTF_8));
      byte[] together = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, together, NONCE_BYTES, sealed.length);
      return VERSION
          + "."
          + keyId
          + "."
          + Base64.getUrlEncoder().withoutPadding().encodeToString(together);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK cannot seal tokens", impossible);
    }
  }

  /**
   * Opens a token in the place it was sealed for.
   *
   * @throws TokenUnreadableException when it belongs elsewhere, was changed, or its key is not
   *     there
   */
  public String open(String sealed, TokenPlace place) {
    String[] parts = sealed.split("\\.", -1);
    if (parts.length != 3 || !VERSION.equals(parts[0])) {
      throw new TokenUnreadableException("not a sealed token");
    }
    SecretKey key =
        keys.find(parts[1])
            .orElseThrow(
                () -> new TokenUnreadableException("sealed with a key that is not configured"));
    try {
      byte[] together = Base64.getUrlDecoder().decode(parts[2]);
      if (together.length < NONCE_BYTES + TAG_BITS / 8) {
        throw new TokenUnreadableException("a sealed token was cut off");
      }
      Cipher cipher =
          cipher(
              Cipher.DECRYPT_MODE,
              key,
              Arrays.copyOf(together, NONCE_BYTES),
              place.authenticatedWith(parts[1]));
      byte[] opened = cipher.doFinal(together, NONCE_BYTES, together.length - NONCE_BYTES);
      return new String(opened, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException refused) {
      throw new TokenUnreadableException("a sealed token does not open in this place", refused);
    }
  }

  /** Whether a rotation still has to seal it anew. */
  public boolean sealedWithFormerKey(String sealed) {
    return !sealed.startsWith(VERSION + "." + keys.currentId() + ".");
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] authenticated)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(ALGORITHM);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(authenticated);
    return cipher;
  }
}
