package io.dakenh.devstack.identity;

import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/**
 * The issuer's key, one per JVM. It is kept in a system property because tests and test resources
 * live in different class loaders and must sign and serve the same key.
 */
final class SigningKey {
  private static final String PROPERTY = "dakenh.test.identity.key";
  private static final int BITS = 2048;

  private SigningKey() {}

  static RsaJsonWebKey shared() {
    synchronized (Runtime.getRuntime()) {
      try {
        String known = System.getProperty(PROPERTY);
        if (known != null) {
          return new RsaJsonWebKey(JsonUtil.parseJson(known));
        }
        RsaJsonWebKey key = generate("test-key");
        System.setProperty(PROPERTY, key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        return key;
      } catch (JoseException e) {
        throw new IllegalStateException("could not read the shared signing key", e);
      }
    }
  }

  /** A key nobody serves. */
  static RsaJsonWebKey foreign() {
    return generate("foreign-key");
  }

  private static RsaJsonWebKey generate(String id) {
    try {
      RsaJsonWebKey key = RsaJwkGenerator.generateJwk(BITS);
      key.setKeyId(id);
      key.setUse("sig");
      key.setAlgorithm("RS256");
      return key;
    } catch (JoseException e) {
      throw new IllegalStateException("could not make a signing key", e);
    }
  }
}
