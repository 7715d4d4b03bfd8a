package io.dakenh.livetalk.push;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * By which push services know us; kept in the database, so that every replica is the same sender.
 */
@ApplicationScoped
class PushKey {
  private static final Duration GOOD_FOR = Duration.ofHours(12);

  private final Database database;
  private final String subject;
  private final Clock clock;
  private volatile @Nullable Pair known;

  @Inject
  PushKey(Database database, LivetalkConfig config, Clock clock) {
    this.database = database;
    this.subject = config.push().subject();
    this.clock = clock;
  }

  private record Pair(PrivateKey secret, String published) {}

  /** As browsers want it when they subscribe. */
  String published() {
    return pair().published();
  }

  /** The header that says who sends, for the service of this endpoint. */
  String authorization(URI endpoint) {
    Pair pair = pair();
    JwtClaims claims = new JwtClaims();
    claims.setAudience(
        endpoint.getScheme()
            + "://"
            + endpoint.getHost()
            + (endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort()));
    claims.setExpirationTime(
        NumericDate.fromSeconds(clock.instant().plus(GOOD_FOR).getEpochSecond()));
    claims.setSubject(subject);
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    signature.setKey(pair.secret());
    signature.setHeader("typ", "JWT");
    try {
      return "vapid t=" + signature.getCompactSerialization() + ", k=" + pair.published();
    } catch (JoseException impossible) {
      throw new IllegalStateException("cannot sign", impossible);
    }
  }

  private Pair pair() {
    Pair pair = known;
    if (pair == null) {
      pair = stored();
      known = pair;
    }
    return pair;
  }

  private Pair stored() {
    try {
      KeyPair made = EcKeys.make();
      database.update(
          """
          insert into push_key (id, private_key, public_key, created_at) values (1, ?, ?, ?)
          on conflict (id) do nothing""",
          made.getPrivate().getEncoded(),
          EcKeys.point((ECPublicKey) made.getPublic()),
          clock.instant());
      record Row(byte[] secret, byte[] point) {}
      Row row =
          database
              .first(
                  "select private_key, public_key from push_key where id = 1",
                  found -> new Row(found.getBytes(1), found.getBytes(2)))
              .orElseThrow();
      return new Pair(
          EcKeys.privateKey(row.secret()),
          Base64.getUrlEncoder().withoutPadding().encodeToString(row.point()));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("no P-256", impossible);
    }
  }
}
