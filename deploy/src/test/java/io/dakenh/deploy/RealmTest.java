package io.dakenh.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The realm knows the mail server and the company's own sign-in, whoever imports it. */
class RealmTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(DAKENH_[A-Z_]+)(:[^}]*)?}");

  private static final String SIGN_IN =
      """
      config:
        mail: {host: mail.example.vn, port: 465, security: tls, from: hi@example.vn, existingSecret: mail}
      realm:
        identityProvider:
          enabled: true
          name: Công ty Hoa Sen
          issuer: https://sso.example.vn
          authorizationUrl: https://sso.example.vn/authorize
          tokenUrl: https://sso.example.vn/token
          jwksUrl: https://sso.example.vn/jwks
          clientId: dakenh
          existingSecret: sso
      """;

  private static Manifests rendered(String file, String more) {
    ObjectNode values = Charts.values(file);
    Charts.merge(values, Yaml.read(more));
    return Charts.render(Charts.SUITE, values);
  }

  private static JsonNode imported(Manifests rendered) {
    return rendered.ofKind("KeycloakRealmImport").getFirst().path("spec");
  }

  @Test
  void the_operators_realm_has_what_the_values_say_and_asks_for_secrets_only() {
    JsonNode spec = imported(rendered("values-production.yaml", SIGN_IN));

    JsonNode realm = spec.path("realm");
    assertThat(realm.at("/smtpServer/host").asText()).isEqualTo("mail.example.vn");
    assertThat(realm.at("/smtpServer/port").asText()).isEqualTo("465");
    assertThat(realm.at("/smtpServer/ssl").asText()).isEqualTo("true");
    assertThat(realm.at("/smtpServer/starttls").asText()).isEqualTo("false");
    assertThat(realm.at("/smtpServer/auth").asText()).isEqualTo("true");
    assertThat(realm.path("resetPasswordAllowed").asBoolean()).isTrue();
    JsonNode provider = realm.at("/identityProviders/0");
    assertThat(provider.path("enabled").isBoolean()).isTrue();
    assertThat(provider.path("enabled").asBoolean()).isTrue();
    assertThat(provider.path("displayName").asText()).isEqualTo("Công ty Hoa Sen");
    assertThat(provider.at("/config/tokenUrl").asText()).isEqualTo("https://sso.example.vn/token");
    assertThat(provider.at("/config/clientSecret").asText())
        .startsWith("${DAKENH_SSO_CLIENT_SECRET");
    assertThat(spec.at("/placeholders/DAKENH_SSO_CLIENT_SECRET/secret/name").asText())
        .isEqualTo("sso");
    assertThat(spec.at("/placeholders/DAKENH_IDENTITY_MAIL_PASSWORD/secret/key").asText())
        .isEqualTo("password");
  }

  @Test
  void without_a_company_sign_in_there_is_none_to_choose() {
    JsonNode provider =
        imported(Charts.shipped("values-production.yaml")).at("/realm/identityProviders/0");

    assertThat(provider.path("enabled").isBoolean()).isTrue();
    assertThat(provider.path("enabled").asBoolean()).isFalse();
  }

  @Test
  void a_keycloak_of_the_chart_is_told_by_its_environment_what_the_file_asks_for() {
    Map<String, String> asked = new TreeMap<>();
    Matcher placeholder =
        PLACEHOLDER.matcher(
            Repository.text(Repository.ROOT.resolve("etc/keycloak/dakenh-realm.json")));
    while (placeholder.find()) {
      asked.put(placeholder.group(1), placeholder.group());
    }

    List<String> told =
        rendered("values-evaluation.yaml", SIGN_IN).pods().stream()
            .flatMap(pod -> pod.getContainers().stream())
            .flatMap(container -> container.getEnv().stream())
            .map(EnvVar::getName)
            .toList();

    assertThat(told).containsAll(asked.keySet());
  }

  @Test
  void half_a_sign_in_is_refused_by_name() {
    assertThatThrownBy(
            () ->
                rendered(
                    "values-production.yaml",
                    "realm: {identityProvider: {enabled: true, existingSecret: sso, issuer: \"https://sso.vn\"}}"))
        .hasMessageContaining("realm.identityProvider.authorizationUrl");
  }
}
