package io.dakenh.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the charts tell the services is what the services listen to. */
class ServiceConfigurationTest {
  /** For the JVM and the C library, which read them before the service begins. */
  private static final Set<String> OF_THE_PROCESS = Set.of("JDK_JAVA_OPTIONS", "MALLOC_ARENA_MAX");

  private static Manifests everything() {
    var values = Charts.values("values-production.yaml");
    Charts.merge(
        values,
        Yaml.read(
            """
            global:
              kafka: {securityProtocol: SASL_SSL, existingSecret: kafka}
              tracing: {endpoint: "http://collector:4317"}
            config:
              mail: {host: mail.example.vn, existingSecret: mail}
            livetalk:
              mail: {host: mail.example.vn, existingSecret: mail}
              turn: {stunUrls: ["stun:turn.vn:3478"], turnUrls: ["turn:turn.vn:3478"], relayOnly: ["*"]}
            channels:
              facebook: {appId: "1", loginConfigId: "2"}
              zalo: {appId: "3"}
              providers: {existingSecret: providers}
            """));
    return Charts.render(Charts.SUITE, values);
  }

  private static List<EnvVar> environment(Manifests rendered, ServiceChart service) {
    return rendered.container(service).getEnv();
  }

  @ParameterizedTest
  @EnumSource
  void every_variable_a_chart_sets_is_one_its_service_reads(ServiceChart service) {
    ServiceKeys keys = ServiceKeys.of(service);
    Set<String> kafka = QuarkusKeys.kafka();

    List<String> unheard =
        environment(everything(), service).stream()
            .map(EnvVar::getName)
            .filter(name -> !OF_THE_PROCESS.contains(name))
            .filter(name -> !keys.reads(name) && !kafka.contains(name))
            .filter(
                name ->
                    QuarkusKeys.shared()
                        .atRunTime(name)
                        .filter(key -> keys.uses(firstTwo(key)))
                        .isEmpty())
            .toList();

    assertThat(unheard).isEmpty();
  }

  private static String firstTwo(String key) {
    String[] parts = key.split("\\.");
    return parts[0] + "." + parts[1] + ".";
  }

  @ParameterizedTest
  @EnumSource
  void everything_a_service_cannot_do_without_is_set(ServiceChart service) {
    for (String file : Charts.VALUES_FILES) {
      Set<String> given =
          environment(Charts.shipped(file), service).stream()
              .map(EnvVar::getName)
              .collect(Collectors.toSet());
      Map<String, Set<String>> missing = new TreeMap<>(ServiceKeys.of(service).required());
      missing.values().removeIf(variables -> variables.stream().anyMatch(given::contains));

      assertThat(missing).as("with %s", file).isEmpty();
    }
  }

  @Test
  void the_comparison_knows_what_is_required_and_what_is_not() {
    assertThat(ServiceKeys.of(ServiceChart.LIVETALK).required())
        .containsKeys(
            "dakenh.livetalk.visitor-token.key",
            "dakenh.livetalk.channels-url",
            "quarkus.datasource.jdbc.url",
            "quarkus.datasource.password",
            "dakenh.livetalk.public-url",
            "kafka.bootstrap.servers")
        .doesNotContainKeys("dakenh.livetalk.mail.host", "dakenh.livetalk.socket.silence");
    assertThat(ServiceKeys.of(ServiceChart.CONFIG).reads("QUARKUS_DATASOURCE_PASSWORD")).isFalse();
    assertThat(ServiceKeys.of(ServiceChart.ROUTING).reads("DAKENH_OUTBOX_SWEEP")).isTrue();
    assertThat(QuarkusKeys.shared().atRunTime("QUARKUS_HTTP_HOST")).contains("quarkus.http.host");
    assertThat(QuarkusKeys.shared().atRunTime("QUARKUS_PACKAGE_JAR_TYPE")).isEmpty();
  }

  @Test
  void nobody_listens_on_the_loopback_or_calls_it() {
    for (ServiceChart service : ServiceChart.values()) {
      assertThat(environment(everything(), service))
          .noneMatch(
              each ->
                  each.getValue() != null && each.getValue().matches(".*(localhost:|127\\.0).*"))
          .anyMatch(
              each ->
                  each.getName().equals("QUARKUS_HTTP_HOST") && each.getValue().equals("0.0.0.0"));
    }
  }

  @Test
  void secrets_are_named_and_never_written_into_a_workload() {
    Manifests rendered = everything();
    for (ServiceChart service : ServiceChart.values()) {
      assertThat(environment(rendered, service))
          .filteredOn(each -> each.getName().matches(".*(PASSWORD|SECRET|_KEY|JAAS_CONFIG)"))
          .isNotEmpty()
          .allMatch(each -> each.getValue() == null && each.getValueFrom() != null);
    }
  }

  @Test
  void every_key_taken_from_a_secret_the_chart_makes_is_in_it() {
    for (String file : Charts.VALUES_FILES) {
      Manifests rendered = Charts.shipped(file);
      Map<String, Secret> made =
          rendered.all(Secret.class).stream()
              .collect(Collectors.toMap(each -> each.getMetadata().getName(), each -> each));
      rendered.pods().stream()
          .flatMap(pod -> pod.getContainers().stream())
          .flatMap(container -> container.getEnv().stream())
          .filter(each -> each.getValueFrom() != null)
          .map(each -> each.getValueFrom().getSecretKeyRef())
          .filter(each -> made.containsKey(each.getName()))
          .filter(each -> !Boolean.TRUE.equals(each.getOptional()))
          .forEach(
              each -> {
                Secret secret = made.get(each.getName());
                Map<String, String> content =
                    secret.getData().isEmpty() ? secret.getStringData() : secret.getData();
                assertThat(content).as(each.getName()).containsKey(each.getKey());
              });
    }
  }
}
