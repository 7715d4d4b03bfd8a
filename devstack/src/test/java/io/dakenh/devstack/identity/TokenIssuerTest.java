package io.dakenh.devstack.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

class TokenIssuerTest {
  private static final UUID TENANT = UUID.fromString("0199aaaa-0000-7000-8000-000000000001");

  @Test
  void tokensVerifyAgainstTheServedKeysAndCarryTheClaims() throws Exception {
    UUID agent = UUID.fromString("0199aaaa-0000-7000-8000-000000000002");

    JwtClaims claims = consumer().processToClaims(Tokens.agent(TENANT, agent, "Lê Thị Hoa"));

    assertThat(claims.getSubject()).isEqualTo(agent.toString());
    assertThat(claims.getStringClaimValue("name")).isEqualTo("Lê Thị Hoa");
    assertThat(claims.getClaimValue("realm_access")).isEqualTo(Map.of("roles", List.of("agent")));
    assertThat(claims.getAudience()).contains("dakenh-api");
    assertThat(organizations(claims))
        .hasSize(1)
        .allSatisfy(
            (alias, organization) ->
                assertThat(organization).asString().contains("tenantId=[" + TENANT + "]"));
  }

  @Test
  void operatorsAndTenantlessTokensCarryNoOrganization() throws Exception {
    assertThat(consumer().processToClaims(Tokens.operator()).hasClaim("organization")).isFalse();
    assertThat(consumer().processToClaims(Tokens.noTenant()).hasClaim("organization")).isFalse();
    assertThat(
            organizations(consumer().processToClaims(Tokens.twoTenants(TENANT, UUID.randomUUID()))))
        .hasSize(2);
  }

  @Test
  void wrongTokensAreWrong() {
    for (String token :
        List.of(
            Tokens.expired(TENANT),
            Tokens.foreignIssuer(TENANT),
            Tokens.forged(TENANT),
            Tokens.wrongAudience(TENANT))) {
      assertThatThrownBy(() -> consumer().processToClaims(token))
          .isInstanceOf(InvalidJwtException.class);
    }
  }

  @Test
  void publishesNoPrivateKey() throws Exception {
    JsonNode discovery = get(TokenIssuer.shared() + "/.well-known/openid-configuration");
    JsonNode keys = get(discovery.path("jwks_uri").asText());

    assertThat(discovery.path("issuer").asText()).isEqualTo(TokenIssuer.shared());
    assertThat(keys.path("keys")).hasSize(1);
    assertThat(keys.path("keys").path(0).has("n")).isTrue();
    assertThat(keys.path("keys").path(0).has("d")).isFalse();
  }

  private static Map<String, Object> organizations(JwtClaims claims) {
    return claims.flattenClaims().isEmpty()
        ? Map.of()
        : ((Map<?, ?>) claims.getClaimValue("organization"))
            .entrySet().stream()
                .collect(
                    java.util.stream.Collectors.toMap(
                        entry -> entry.getKey().toString(), entry -> entry.getValue()));
  }

  private static JsonNode get(String url) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return new ObjectMapper()
          .readTree(
              client
                  .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                  .body());
    }
  }

  private static JwtConsumer consumer() {
    return new JwtConsumerBuilder()
        .setExpectedIssuer(TokenIssuer.shared())
        .setExpectedAudience("dakenh-api")
        .setRequireExpirationTime()
        .setRequireSubject()
        .setVerificationKeyResolver(
            new HttpsJwksVerificationKeyResolver(
                new HttpsJwks(TokenIssuer.shared() + "/protocol/openid-connect/certs")))
        .build();
  }
}
