package io.dakenh.channels.token;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The current key and former ones. A key's id is the start of its hash, so it needs no name. */
public final class TokenKeys {
  private static final int KEY_BYTES = 32;
  private static final int ID_BYTES = 4;

  private final String currentId;
  private final Map<String, SecretKey> byId = new LinkedHashMap<>();

  private TokenKeys(String current, List<String> former) {
    currentId = add("dakenh.channels.token-key", current);
    for (String key : former) {
      add("dakenh.channels.previous-token-keys", key);
    }
  }

  /**
   * Reads keys as configured.
   *
   * @throws IllegalStateException naming the setting when one is not 32 bytes in base64
   */
  public static TokenKeys of(String current, List<String> former) {
    return new TokenKeys(current, former);
  }

  String currentId() {
    return currentId;
  }

  SecretKey current() {
    return byId.get(currentId);
  }

  Optional<SecretKey> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  private String add(String setting, String base64) {
    byte[] key = decoded(setting, base64);
    String id = id(key);
    byId.put(id, new SecretKeySpec(key, "AES"));
    return id;
  }

  private static byte[] decoded(String setting, String base64) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException notBase64) {
      // The cause would quote characters of the key.
      throw new IllegalStateException(setting + " is not base64");
    }
    if (key.length != KEY_BYTES) {
      throw new IllegalStateException(
          setting + " has " + key.length + " bytes; " + KEY_BYTES + " random bytes are needed");
    }
    return key;
  }

  private static String id(byte[] key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
      return HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
