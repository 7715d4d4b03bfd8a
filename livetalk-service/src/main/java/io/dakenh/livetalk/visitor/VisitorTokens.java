package io.dakenh.livetalk.visitor;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Signs and checks visitors' tokens (JWT, HMAC-SHA256). */
@ApplicationScoped
public class VisitorTokens {
  private static final String ISSUER = "dakenh-livetalk";
  private static final String AUDIENCE = "dakenh-visitor";
  private static final String TENANT = "tenant_id";

  private final HmacKey key;
  private final Duration lifetime;
  private final Clock clock;
  private final JwtConsumer genuine;

  @Inject
  VisitorTokens(LivetalkConfig config, Clock clock) {
    this(config.visitorToken().key(), config.visitorToken().lifetime(), clock);
  }

  VisitorTokens(String key, Duration lifetime, Clock clock) {
    this.key = new HmacKey(key.getBytes(StandardCharsets.UTF_8));
    this.lifetime = lifetime;
    this.clock = clock;
    this.genuine =
        new JwtConsumerBuilder()
            .setVerificationKey(this.key)
            .setJwsAlgorithmConstraints(
                new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256))
            .setExpectedIssuer(ISSUER)
            .setExpectedAudience(AUDIENCE)
            .setRequireSubject()
            .setRequireExpirationTime()
            // The end is compared with our own clock below, so that "expired" and "wrong" stay
            // apart.
            .setEvaluationTime(NumericDate.fromSeconds(0))
            .build();
  }

  /** A token with what it says. */
  public record SignedVisitor(String token, Visitor visitor) {}

  /** What a genuine token says. */
  public record Visitor(UUID tenantId, UUID id, Instant expiresAt) {}

  /** A token for a new visitor. */
  public SignedVisitor issue(UUID tenantId) {
    return issue(tenantId, Ids.next());
  }

  /** A fresh token for a known visitor. */
  public SignedVisitor issue(UUID tenantId, UUID visitorId) {
    Instant expiresAt = Instant.ofEpochSecond(clock.instant().plus(lifetime).getEpochSecond());
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setAudience(AUDIENCE);
    claims.setSubject(visitorId.toString());
    claims.setClaim(TENANT, tenantId.toString());
    claims.setIssuedAt(NumericDate.fromSeconds(clock.instant().getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(expiresAt.getEpochSecond()));
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    signature.setKey(key);
    try {
      return new SignedVisitor(
          signature.getCompactSerialization(), new Visitor(tenantId, visitorId, expiresAt));
    } catch (JoseException impossible) {
      throw new IllegalStateException("cannot sign", impossible);
    }
  }

  /** What the token says; refuses wrong and ended ones, each with its own code. */
  public Visitor verify(String token) {
    Visitor visitor = genuine(token);
    if (!visitor.expiresAt().isAfter(clock.instant())) {
      throw ProblemException.of(
          ProblemKind.UNAUTHENTICATED, "token-expired", "The session has expired.");
    }
    return visitor;
  }

  /** What the token says, even when it has ended; refuses wrong ones. */
  public Visitor genuine(String token) {
    try {
      JwtClaims claims = genuine.processToClaims(token);
      String tenantId = claims.getStringClaimValue(TENANT);
      if (tenantId == null) {
        throw invalid();
      }
      return new Visitor(
          UUID.fromString(tenantId),
          UUID.fromString(claims.getSubject()),
          Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
    } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException wrong) {
      throw invalid();
    }
  }

  private static ProblemException invalid() {
    return ProblemException.of(
        ProblemKind.UNAUTHENTICATED, "token-invalid", "The token is not accepted.");
  }
}
