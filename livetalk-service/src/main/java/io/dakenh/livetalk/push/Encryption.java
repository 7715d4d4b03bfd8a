package io.dakenh.livetalk.push;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts a notice for one browser: RFC 8291, content encoding {@code aes128gcm} of RFC 8188. */
final class Encryption {
  private static final String HMAC = "HmacSHA256";
  private static final int SALT_BYTES = 16;
  private static final int KEY_BYTES = 16;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int RECORD = 4096;
  private static final byte LAST_RECORD = 2;

  /** What a push service takes at least; longer notices are not ours. */
  static final int LONGEST = 3000;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Encryption() {}

  static byte[] encrypt(byte[] plain, byte[] browserPoint, byte[] auth)
      throws GeneralSecurityException {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return encrypt(plain, browserPoint, auth, EcKeys.make(), salt);
  }

  static byte[] encrypt(byte[] plain, byte[] browserPoint, byte[] auth, KeyPair own, byte[] salt)
      throws GeneralSecurityException {
    byte[] ownPoint = EcKeys.point((ECPublicKey) own.getPublic());
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(own.getPrivate());
    agreement.doPhase(EcKeys.publicKey(browserPoint), true);
    byte[] both =
        joined("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), browserPoint, ownPoint);
    byte[] material = expand(hmac(auth, agreement.generateSecret()), both);
    byte[] secret = hmac(salt, material);
    byte[] key = Arrays.copyOf(expand(secret, info("aes128gcm")), KEY_BYTES);
    byte[] nonce = Arrays.copyOf(expand(secret, info("nonce")), NONCE_BYTES);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    byte[] sealed = cipher.doFinal(joined(plain, new byte[] {LAST_RECORD}));
    byte[] head =
        ByteBuffer.allocate(SALT_BYTES + Integer.BYTES + 1)
            .put(salt)
            .putInt(RECORD)
            .put((byte) EcKeys.POINT_BYTES)
            .array();
    return joined(head, ownPoint, sealed);
  }

  private static byte[] info(String name) {
    return ("Content-Encoding: " + name + "\0").getBytes(StandardCharsets.US_ASCII);
  }

  /** One block of HKDF-Expand is all that is ever needed here. */
  private static byte[] expand(byte[] key, byte[] info) throws GeneralSecurityException {
    return hmac(key, joined(info, new byte[] {1}));
  }

  private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(HMAC);
    mac.init(new SecretKeySpec(key, HMAC));
    return mac.doFinal(text);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
