package io.dakenh.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How pods are confined, replaced and found. */
class PodsTest {
  /** Providers, a mail server, push services: they are elsewhere. */
  private static final Set<ServiceChart> OUTSIDE =
      Set.of(ServiceChart.CHANNELS, ServiceChart.LIVETALK, ServiceChart.CONFIG);

  private static final String PRODUCTION = "values-production.yaml";

  private static Deployment deployment(ServiceChart service) {
    return Charts.shipped(PRODUCTION).one(Deployment.class, "dakenh-" + service.chart());
  }

  @Test
  void every_pod_meets_the_restricted_standard() {
    for (String file : Charts.VALUES_FILES) {
      for (PodSpec pod : Charts.shipped(file).pods()) {
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType())
            .isEqualTo("RuntimeDefault");
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getHostNetwork()).isNull();
        assertThat(pod.getVolumes()).allMatch(each -> each.getHostPath() == null);
        for (Container container : pod.getContainers()) {
          assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
          assertThat(container.getSecurityContext().getCapabilities().getDrop())
              .containsExactly("ALL");
          assertThat(container.getImage()).doesNotEndWith(":latest").matches(".+(:|@sha256:).+");
          assertThat(container.getResources().getLimits()).containsKey("memory");
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_service_writes_nowhere_but_into_its_temporary_folder(ServiceChart service) {
    PodSpec pod = deployment(service).getSpec().getTemplate().getSpec();

    assertThat(pod.getContainers().getFirst().getSecurityContext().getReadOnlyRootFilesystem())
        .isTrue();
    assertThat(pod.getContainers().getFirst().getVolumeMounts())
        .filteredOn(each -> !Boolean.TRUE.equals(each.getReadOnly()))
        .singleElement()
        .matches(each -> each.getMountPath().equals("/tmp"));
    assertThat(pod.getVolumes())
        .filteredOn(each -> each.getEmptyDir() != null)
        .allMatch(each -> each.getEmptyDir().getSizeLimit() != null);
  }

  @ParameterizedTest
  @EnumSource
  void a_new_version_replaces_nobody_before_it_is_ready(ServiceChart service) {
    DeploymentSpec spec = deployment(service).getSpec();

    assertThat(spec.getStrategy().getRollingUpdate().getMaxUnavailable().getIntVal()).isZero();
    assertThat(spec.getStrategy().getRollingUpdate().getMaxSurge().getIntVal()).isEqualTo(1);
    Container container = spec.getTemplate().getSpec().getContainers().getFirst();
    assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/q/health/ready");
    assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/q/health/live");
    assertThat(container.getStartupProbe().getHttpGet().getPath()).isEqualTo("/q/health/started");
    int startup =
        container.getStartupProbe().getPeriodSeconds()
            * container.getStartupProbe().getFailureThreshold();
    int retries =
        ServiceKeys.of(service)
            .property("quarkus.flyway.connect-retries")
            .map(Integer::parseInt)
            .orElse(0);
    assertThat(startup).as("longer than the service waits for its database").isGreaterThan(retries);
    assertThat(spec.getProgressDeadlineSeconds()).isGreaterThan(startup);
  }

  @ParameterizedTest
  @EnumSource
  void a_pod_that_stops_has_time_for_all_it_does_then(ServiceChart service) {
    PodSpec pod = deployment(service).getSpec().getTemplate().getSpec();
    ServiceKeys keys = ServiceKeys.of(service);
    long before =
        pod.getContainers().getFirst().getLifecycle().getPreStop().getSleep().getSeconds();
    long drain =
        seconds(keys, "quarkus.shutdown.delay") + seconds(keys, "quarkus.shutdown.timeout");

    assertThat(before).isPositive();
    assertThat(drain).as("the service ends its requests").isPositive();
    assertThat(pod.getTerminationGracePeriodSeconds()).isGreaterThanOrEqualTo(before + drain + 5);
  }

  private static long seconds(ServiceKeys keys, String key) {
    return keys.property(key).map(value -> Long.parseLong(value.replace("s", ""))).orElse(0L);
  }

  @ParameterizedTest
  @EnumSource
  void the_heap_leaves_room_in_the_limit(ServiceChart service) {
    Container container =
        deployment(service).getSpec().getTemplate().getSpec().getContainers().getFirst();
    String options =
        container.getEnv().stream()
            .filter(each -> each.getName().equals("JDK_JAVA_OPTIONS"))
            .findFirst()
            .orElseThrow()
            .getValue();
    int heap = Integer.parseInt(options.replaceAll(".*-Xmx(\\d+)m.*", "$1"));
    long limit =
        Quantity.getAmountInBytes(container.getResources().getLimits().get("memory")).longValue()
            / (1024 * 1024);

    assertThat(limit).as("heap, code, threads and buffers").isGreaterThanOrEqualTo(heap + 192);
  }

  @Test
  void replicas_spread_over_zones_and_machines_and_are_not_drained_together() {
    Manifests rendered = Charts.shipped(PRODUCTION);
    for (ServiceChart service : ServiceChart.values()) {
      Deployment deployment = deployment(service);
      Map<String, String> labels = deployment.getSpec().getTemplate().getMetadata().getLabels();
      assertThat(deployment.getSpec().getTemplate().getSpec().getTopologySpreadConstraints())
          .extracting(each -> each.getTopologyKey())
          .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
      PodDisruptionBudget budget =
          rendered.one(PodDisruptionBudget.class, "dakenh-" + service.chart());
      assertThat(labels).containsAllEntriesOf(budget.getSpec().getSelector().getMatchLabels());
      assertThat(budget.getSpec().getMinAvailable()).isNull();
      assertThat(labels)
          .containsAllEntriesOf(
              rendered.one(Service.class, "dakenh-" + service.chart()).getSpec().getSelector());
    }
  }

  @Test
  void selectors_name_nothing_that_changes_with_a_version() {
    for (ServiceChart service : ServiceChart.values()) {
      assertThat(deployment(service).getSpec().getSelector().getMatchLabels())
          .containsOnlyKeys("app.kubernetes.io/name", "app.kubernetes.io/instance");
    }
  }

  @Test
  void who_scales_sets_the_replicas_alone() {
    Manifests rendered = Charts.shipped(PRODUCTION);
    HorizontalPodAutoscaler scaler = rendered.one(HorizontalPodAutoscaler.class, "dakenh-channels");

    assertThat(deployment(ServiceChart.CHANNELS).getSpec().getReplicas()).isNull();
    assertThat(deployment(ServiceChart.LIVETALK).getSpec().getReplicas()).isNull();
    assertThat(
            rendered
                .one(HorizontalPodAutoscaler.class, "dakenh-livetalk")
                .getSpec()
                .getMinReplicas())
        .isEqualTo(3);
    assertThat(scaler.getSpec().getMinReplicas()).isEqualTo(3);
    assertThat(deployment(ServiceChart.ROUTING).getSpec().getReplicas()).isEqualTo(3);
  }

  @Test
  void pods_of_livetalk_find_each_other_and_nobody_else_dials_them() {
    Manifests rendered = Charts.shipped(PRODUCTION);
    Service peers = rendered.one(Service.class, "dakenh-livetalk-peers");
    NetworkPolicy policy = rendered.one(NetworkPolicy.class, "dakenh-livetalk-peers");
    Map<String, String> pods =
        deployment(ServiceChart.LIVETALK).getSpec().getSelector().getMatchLabels();
    int port = peers.getSpec().getPorts().getFirst().getPort();

    assertThat(peers.getSpec().getClusterIP()).isEqualTo("None");
    assertThat(peers.getSpec().getPublishNotReadyAddresses()).isTrue();
    assertThat(peers.getSpec().getSelector()).isEqualTo(pods);
    assertThat(rendered.container(ServiceChart.LIVETALK).getEnv())
        .anyMatch(
            each ->
                each.getName().equals("DAKENH_LIVETALK_PEERS")
                    && each.getValue().equals("dakenh-livetalk-peers:" + port))
        .anyMatch(
            each ->
                each.getName().equals("DAKENH_LIVETALK_PEER_PORT")
                    && each.getValue().equals(Integer.toString(port)));
    assertThat(policy.getSpec().getPodSelector().getMatchLabels()).isEqualTo(pods);
    assertThat(policy.getSpec().getIngress())
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.getFrom())
                  .singleElement()
                  .matches(each -> each.getPodSelector().getMatchLabels().equals(pods))
                  .matches(each -> each.getNamespaceSelector() == null);
              assertThat(rule.getPorts())
                  .singleElement()
                  .matches(each -> each.getPort().getIntVal() == port);
            });
    assertThat(policy.getSpec().getEgress())
        .singleElement()
        .satisfies(
            rule ->
                assertThat(rule.getTo())
                    .singleElement()
                    .matches(each -> each.getPodSelector().getMatchLabels().equals(pods)));
    for (NetworkPolicy each : rendered.all(NetworkPolicy.class)) {
      if (!each.getMetadata().getName().equals("dakenh-livetalk-peers")) {
        assertThat(each.getSpec().getIngress())
            .as(each.getMetadata().getName())
            .flatMap(rule -> rule.getPorts())
            .noneMatch(open -> Integer.valueOf(port).equals(open.getPort().getIntVal()));
      }
    }
  }

  @Test
  void only_those_who_have_to_reach_a_service() {
    Manifests rendered = Charts.shipped(PRODUCTION);
    for (ServiceChart service : ServiceChart.values()) {
      NetworkPolicy policy = rendered.one(NetworkPolicy.class, "dakenh-" + service.chart());
      assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
      assertThat(policy.getSpec().getIngress()).hasSize(1);
      assertThat(policy.getSpec().getIngress().getFirst().getFrom()).isNotEmpty();
      List<Integer> ports =
          policy.getSpec().getEgress().stream()
              .flatMap(each -> each.getPorts().stream())
              .map(each -> each.getPort().getIntVal())
              .filter(Objects::nonNull)
              .toList();
      assertThat(ports).contains(53, 9093);
      assertThat(ports.contains(5432)).isEqualTo(service != ServiceChart.CONFIG);
      assertThat(ports.contains(27017)).isEqualTo(service == ServiceChart.CONFIG);
      boolean outside =
          policy.getSpec().getEgress().stream()
              .flatMap(each -> each.getTo().stream())
              .anyMatch(each -> each.getIpBlock() != null);
      assertThat(outside)
          .as("%s goes out to the internet", service)
          .isEqualTo(OUTSIDE.contains(service));
    }
  }
}
