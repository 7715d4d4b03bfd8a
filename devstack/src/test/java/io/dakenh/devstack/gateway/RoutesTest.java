package io.dakenh.devstack.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
  @ParameterizedTest
  @CsvSource({
    "/, config, /",
    "/desk/conversations, config, /desk/conversations",
    "/assets/index-4f2a.js, config, /assets/index-4f2a.js",
    "/api/config/v1/me, config, /api/v1/me",
    "/api/livetalk/v1/conversations, livetalk, /api/v1/conversations",
    "/api/routing/v1/offers/1/accept, routing, /api/v1/offers/1/accept",
    "/api/billing/v1/entitlement, billing, /api/v1/entitlement",
    "/api/referral/v1/code, referral, /api/v1/code",
    "/api/channels/v1/channels, channels, /api/v1/channels",
    "/widget/loader.js, livetalk, /widget/loader.js",
    "/site/, livetalk, /site/",
    "/ws/visitor, livetalk, /ws/visitor",
    "/r/HOASEN7K, referral, /r/HOASEN7K",
    "/auth/realms/dakenh, keycloak, /auth/realms/dakenh",
    "/authors, config, /authors",
    "/widgets, config, /widgets",
    "/file..name, config, /file..name",
  })
  void sendsEachPathToItsPart(String outside, String part, String inside) {
    assertThat(Routes.of(outside)).isEqualTo(new Routes.Part(part, inside));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q",
        "/q/metrics",
        "/api",
        "/api/",
        "/api/nobody/v1/x",
        "/api/config",
        "/api/config/"
      })
  void publishesNothingElse(String path) {
    assertThat(Routes.of(path)).isEqualTo(new Routes.Nowhere());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/config/../q/metrics",
        "/api/config/%2e%2e/q/metrics",
        "/api/config/v1/..%2f..%2fq",
        "/api/config/..",
        "/api/config/./v1",
        "/api/config/..;x=1/q",
        "//evil.example/",
        "/api\\..\\q",
        "",
        "*"
      })
  void refusesPathsThatAPartCouldReadDifferently(String path) {
    assertThat(Routes.of(path)).isEqualTo(new Routes.Unclear());
  }
}
