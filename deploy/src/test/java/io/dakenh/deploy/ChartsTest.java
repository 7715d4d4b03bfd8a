package io.dakenh.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.marcnuri.helm.LintResult;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Helm takes the charts, Kubernetes knows every property, and values with a mistake are refused.
 */
class ChartsTest {
  /** Resources of operators; their schemas are not ours to know. */
  private static final Set<String> OF_OPERATORS =
      Set.of(
          "postgresql.cnpg.io/v1/Cluster",
          "postgresql.cnpg.io/v1/Database",
          "postgresql.cnpg.io/v1/ScheduledBackup",
          "kafka.strimzi.io/v1/Kafka",
          "kafka.strimzi.io/v1/KafkaNodePool",
          "mongodbcommunity.mongodb.com/v1/MongoDBCommunity",
          "k8s.keycloak.org/v2alpha1/Keycloak",
          "k8s.keycloak.org/v2alpha1/KeycloakRealmImport",
          "monitoring.coreos.com/v1/ServiceMonitor",
          "monitoring.coreos.com/v1/PrometheusRule",
          "traefik.io/v1alpha1/Middleware",
          "keda.sh/v1alpha1/ScaledObject");

  static Stream<String> valuesFiles() {
    return Charts.VALUES_FILES.stream();
  }

  @ParameterizedTest
  @MethodSource("valuesFiles")
  void the_suite_passes_a_strict_lint_with_every_values_file(String file) {
    assertClean(Charts.lint(Charts.SUITE, Charts.values(file)));
  }

  @ParameterizedTest
  @EnumSource
  void every_service_passes_a_strict_lint_and_renders_alone(ServiceChart service) {
    ObjectNode values = Charts.valuesOf(service, "values-production.yaml");

    assertClean(Charts.lint(service.chart(), values));
    assertAllTyped(Charts.render(service.chart(), values));
  }

  private static void assertClean(LintResult result) {
    assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
    assertThat(result.getMessages()).noneMatch(line -> line.matches("(?s).*\\[(WARNING|ERROR)].*"));
  }

  @ParameterizedTest
  @MethodSource("valuesFiles")
  void kubernetes_knows_every_property_of_every_object(String file) {
    assertAllTyped(Charts.shipped(file));
  }

  @Test
  void the_same_holds_for_what_is_off_by_default() {
    ObjectNode values = Charts.values("values-production.yaml");
    values.withObject("/edge").put("kind", "ingress");
    values.withObject("/edge/ingress").put("tlsSecret", "certificate").put("className", "public");
    values.withObject("/routing/autoscaling").put("enabled", true).put("kind", "keda");
    values.withObject("/operators/postgres/backup").put("objectStore", "backups");
    values.withObject("/coturn").put("enabled", true).put("tlsSecret", "turn-tls");
    values.withObject("/livetalk/turn").putArray("turnUrls").add("turn:turn.vn:3478");
    Manifests rendered = Charts.render(Charts.SUITE, values);

    assertAllTyped(rendered);
    assertThat(rendered.ofKind("ScaledObject")).hasSize(1);
    assertThat(rendered.ofKind("ScheduledBackup")).hasSize(1);
    assertThat(rendered.ofKind("Ingress")).hasSize(2);
    assertThat(rendered.ofKind("HTTPRoute")).isEmpty();
    assertThat(rendered.one(Secret.class, "dakenh-turn").getData())
        .containsKey("static-auth-secret");
    assertThat(rendered.container(ServiceChart.LIVETALK).getEnv())
        .filteredOn(each -> each.getName().equals("DAKENH_LIVETALK_CALLS_TURN_SECRET"))
        .singleElement()
        .matches(each -> each.getValueFrom().getSecretKeyRef().getName().equals("dakenh-turn"));
  }

  private static void assertAllTyped(Manifests rendered) {
    assertThat(rendered.documents()).isNotEmpty();
    List<String> names = new ArrayList<>();
    for (JsonNode document : rendered.documents()) {
      String kind = Manifests.kind(document);
      names.add(kind + " " + document.at("/metadata/name").asText());
      if (Manifests.typed(document)) {
        assertThat(Manifests.object(document).getMetadata().getName()).hasSizeLessThan(64);
      } else {
        assertThat(OF_OPERATORS).contains(kind);
      }
    }
    assertThat(names).as("one object per name").doesNotHaveDuplicates();
  }

  @Test
  void a_property_kubernetes_does_not_know_is_found() {
    JsonNode wrong =
        Yaml.read(
            """
            {apiVersion: apps/v1, kind: Deployment, metadata: {name: x},
             spec: {selector: {}, template: {spec: {containers: [{name: a, imagePullpolicy: Never}]}}}}
            """);

    assertThatThrownBy(() -> Manifests.object(wrong)).hasMessageContaining("imagePullpolicy");
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("{global: {publicURL: x}}", "publicURL"),
        Arguments.of("{livetalk: {replicas: 2}}", "replicas"),
        Arguments.of("{livetalk: {replicaCount: 0}}", "replicaCount"),
        Arguments.of("{unknown: true}", "unknown"),
        Arguments.of("{global: {publicUrl: 'https://x.vn/'}}", "publicUrl"),
        Arguments.of("{global: {image: {tag: latest}}}", "tag"),
        Arguments.of("{edge: {kind: route}}", "kind"),
        Arguments.of("{routing: {extraEnv: {lower: x}}}", "lower"),
        Arguments.of("{global: {trustedProxies: [everybody]}}", "trustedProxies"),
        Arguments.of("{routing: {resources: {requests: {memory: much}}}}", "memory"),
        Arguments.of("{global: {trustedProxies: []}}", "global.trustedProxies is missing"),
        Arguments.of(
            "{global: {networkPolicy: {enabled: true}}}", "networkPolicy.gateway is missing"),
        Arguments.of("{edge: {kind: gateway-api}}", "edge.parentRefs is missing"),
        Arguments.of("{global: {keycloak: {url: ''}}}", "global.keycloak.url is missing"),
        Arguments.of("{global: {kafka: {bootstrapServers: ''}}}", "bootstrapServers is missing"),
        Arguments.of("{config: {mongodb: {existingSecret: ''}}}", "config.mongodb.existingSecret"),
        Arguments.of(
            "{global: {postgres: {generatePasswords: false}}}",
            "database.existingSecret is missing"),
        Arguments.of("{operators: {kafka: {enabled: true}}}", "exclude each other"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_mistake_in_the_values_is_refused_by_name(String mistake, String told) {
    ObjectNode values = Charts.values("values-evaluation.yaml");
    Charts.merge(values, Yaml.read(mistake));

    assertThatThrownBy(() -> Charts.render(Charts.SUITE, values)).hasMessageContaining(told);
  }
}
