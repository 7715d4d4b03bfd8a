package io.dakenh.livetalk.apikey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;

/**
 * Knows whose key it is, and slows down who calls too often. The row is read for each request: a
 * key that was revoked is good for nothing as soon as this service has heard of it.
 */
@ApplicationScoped
class ApiKeyIdentities implements IdentityProvider<ApiKeyRequest> {
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final long KEYS = 50_000;

  private final ApiKeys keys;
  private final int perMinute;
  private final Cache<UUID, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(KEYS).expireAfterAccess(WINDOW.multipliedBy(2)).build();

  @Inject
  ApiKeyIdentities(ApiKeys keys, LivetalkConfig config) {
    this.keys = keys;
    this.perMinute = config.apiKeys().perMinute();
  }

  @Override
  public Class<ApiKeyRequest> getRequestType() {
    return ApiKeyRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      ApiKeyRequest request, AuthenticationRequestContext context) {
    return context.runBlocking(() -> identity(request.key()));
  }

  private SecurityIdentity identity(String key) {
    ApiKeys.Good good =
        keys.find(key)
            .orElseThrow(
                () ->
                    ProblemException.of(
                        ProblemKind.UNAUTHENTICATED,
                        "api-key-invalid",
                        "This key is not known, or it was revoked or has ended."));
    count(good.principal().keyId());
    keys.used(good.principal());
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(good.principal())
        .addRoles(good.scopes())
        .build();
  }

  private void count(UUID keyId) {
    ConsumptionProbe probe = buckets.get(keyId, id -> bucket()).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw ProblemException.rateLimited(
          Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1));
    }
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
        .build();
  }
}
