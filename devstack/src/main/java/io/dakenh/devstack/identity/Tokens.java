package io.dakenh.devstack.identity;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * Access tokens as {@code docs/identity.md} describes them, and tokens every service must refuse.
 * Each is ready to be sent after {@code Bearer}.
 */
public final class Tokens {
  private static final String AUDIENCE = "dakenh-api";
  private static final Duration LIFETIME = Duration.ofMinutes(30);

  private Tokens() {}

  /** A new owner of the tenant. */
  public static String owner(UUID tenantId) {
    return owner(tenantId, UUID.randomUUID(), "Chủ Doanh Nghiệp");
  }

  /** An owner of the tenant, a given person. */
  public static String owner(UUID tenantId, UUID ownerId, String name) {
    return signed(person(ownerId, name, "owner", tenantId));
  }

  /** A new agent of the tenant. */
  public static String agent(UUID tenantId) {
    return agent(tenantId, UUID.randomUUID(), "Nhân Viên");
  }

  /** An agent of the tenant, a given person. */
  public static String agent(UUID tenantId, UUID agentId, String name) {
    return signed(person(agentId, name, "agent", tenantId));
  }

  /** An agent's token that ends after the given time. */
  public static String agent(UUID tenantId, UUID agentId, String name, Duration lifetime) {
    JwtClaims claims = person(agentId, name, "agent", tenantId);
    claims.setExpirationTime(date(Instant.now().plus(lifetime)));
    return signed(claims);
  }

  /** The platform operator: no tenant. */
  public static String operator() {
    return signed(base(UUID.randomUUID(), "service-account-dakenh-operator", "operator"));
  }

  /** An owner's token that ended a minute ago. */
  public static String expired(UUID tenantId) {
    JwtClaims claims = person(UUID.randomUUID(), "Hết Hạn", "owner", tenantId);
    Instant end = Instant.now().minus(Duration.ofMinutes(1));
    claims.setIssuedAt(date(end.minus(LIFETIME)));
    claims.setExpirationTime(date(end));
    return signed(claims);
  }

  /** An owner's token of another issuer, signed with its own key. */
  public static String foreignIssuer(UUID tenantId) {
    JwtClaims claims = person(UUID.randomUUID(), "Người Lạ", "owner", tenantId);
    claims.setIssuer("http://127.0.0.1:9/realms/other");
    return signed(claims, SigningKey.foreign());
  }

  /** An owner's token that names our issuer but was signed with another key. */
  public static String forged(UUID tenantId) {
    RsaJsonWebKey key = SigningKey.foreign();
    key.setKeyId(SigningKey.shared().getKeyId());
    return signed(person(UUID.randomUUID(), "Giả Mạo", "owner", tenantId), key);
  }

  /** An owner's token without a tenant. */
  public static String noTenant() {
    return signed(base(UUID.randomUUID(), "Không Doanh Nghiệp", "owner"));
  }

  /** An owner's token with two tenants, which is as bad as none. */
  public static String twoTenants(UUID first, UUID second) {
    JwtClaims claims = base(UUID.randomUUID(), "Hai Doanh Nghiệp", "owner");
    claims.setClaim(
        "organization", Map.of("first", organization(first), "second", organization(second)));
    return signed(claims);
  }

  /** An owner's token meant for another API. */
  public static String wrongAudience(UUID tenantId) {
    JwtClaims claims = person(UUID.randomUUID(), "Sai Đích", "owner", tenantId);
    claims.setAudience("account");
    return signed(claims);
  }

  /** A person of the tenant without any role of ours. */
  public static String noRole(UUID tenantId) {
    return signed(person(UUID.randomUUID(), "Không Vai Trò", "offline_access", tenantId));
  }

  private static JwtClaims person(UUID id, String name, String role, UUID tenantId) {
    JwtClaims claims = base(id, name, role);
    claims.setClaim("organization", Map.of("tenant-" + tenantId, organization(tenantId)));
    return claims;
  }

  private static Map<String, Object> organization(UUID tenantId) {
    return Map.of(
        "id",
        UUID.nameUUIDFromBytes(tenantId.toString().getBytes(StandardCharsets.UTF_8)).toString(),
        "tenantId",
        List.of(tenantId.toString()));
  }

  private static JwtClaims base(UUID subject, String name, String role) {
    Instant now = Instant.now();
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(TokenIssuer.shared());
    claims.setAudience(AUDIENCE, "account");
    claims.setSubject(subject.toString());
    claims.setJwtId(UUID.randomUUID().toString());
    claims.setIssuedAt(date(now));
    claims.setExpirationTime(date(now.plus(LIFETIME)));
    claims.setClaim("typ", "Bearer");
    claims.setClaim("azp", "dakenh-console");
    claims.setClaim("name", name);
    claims.setClaim("email", subject + "@example.test");
    claims.setClaim("realm_access", Map.of("roles", List.of(role)));
    return claims;
  }

  private static NumericDate date(Instant instant) {
    return NumericDate.fromSeconds(instant.getEpochSecond());
  }

  private static String signed(JwtClaims claims) {
    return signed(claims, SigningKey.shared());
  }

  private static String signed(JwtClaims claims, RsaJsonWebKey key) {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setAlgorithmHeaderValue("RS256");
    signature.setKeyIdHeaderValue(key.getKeyId());
    signature.setHeader("typ", "JWT");
    signature.setKey(key.getPrivateKey());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("could not sign a token", e);
    }
  }
}
