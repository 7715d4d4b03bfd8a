package io.dakenh.channels.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals tokens with AES-256-GCM in an envelope: each token has a key of its own, which is sealed
 * with the configured one. A sealed token is text, {@code v2.<key id>.<sealed key>.<nonce and
 * ciphertext>}, so the key id travels with it and keys can be rotated while old rows still open.
 * What {@code v1} sealed with the configured key itself still opens.
 */
public final class TokenCipher {
  private static final String VERSION = "v2";
  private static final String DIRECT = "v1";
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
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
    byte[] authenticated = place.authenticatedWith(keyId);
    byte[] own = new byte[KEY_BYTES];
    random.nextBytes(own);
    try {
      byte[] sealedKey = sealed(keys.current(), own, authenticated);
      byte[] sealed =
          sealed(
              new SecretKeySpec(own, "AES"), token.getBytes(StandardCharsets.UTF_8), authenticated);
      return String.join(".", VERSION, keyId, text(sealedKey), text(sealed));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK cannot seal tokens", impossible);
    } finally {
      Arrays.fill(own, (byte) 0);
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
    boolean direct = parts.length == 3 && DIRECT.equals(parts[0]);
    if (!direct && (parts.length != 4 || !VERSION.equals(parts[0]))) {
      throw new TokenUnreadableException("not a sealed token");
    }
    SecretKey key =
        keys.find(parts[1])
            .orElseThrow(
                () -> new TokenUnreadableException("sealed with a key that is not configured"));
    byte[] authenticated = place.authenticatedWith(parts[1]);
    try {
      SecretKey own =
          direct ? key : new SecretKeySpec(opened(key, bytes(parts[2]), authenticated), "AES");
      byte[] opened = opened(own, bytes(parts[parts.length - 1]), authenticated);
      return new String(opened, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException refused) {
      throw new TokenUnreadableException("a sealed token does not open in this place", refused);
    }
  }

  /** Whether a rotation still has to seal it anew. */
  public boolean sealedWithFormerKey(String sealed) {
    return !sealed.startsWith(VERSION + "." + keys.currentId() + ".");
  }

  private byte[] sealed(SecretKey key, byte[] open, byte[] authenticated)
      throws GeneralSecurityException {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, authenticated).doFinal(open);
    byte[] together = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
    System.arraycopy(sealed, 0, together, NONCE_BYTES, sealed.length);
    return together;
  }

  private static byte[] opened(SecretKey key, byte[] together, byte[] authenticated)
      throws GeneralSecurityException {
    if (together.length < NONCE_BYTES + TAG_BITS / 8) {
      throw new TokenUnreadableException("a sealed token was cut off");
    }
    return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(together, NONCE_BYTES), authenticated)
        .doFinal(together, NONCE_BYTES, together.length - NONCE_BYTES);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] authenticated)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(ALGORITHM);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(authenticated);
    return cipher;
  }
}
