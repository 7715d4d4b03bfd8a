package io.dakenh.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cluster's edge leads where the gateway of {@code ./dakenh up} leads. */
class EdgeTest {
  private record Way(String service, boolean rewritten) {}

  private static Map<String, Way> gatewayApi() {
    HTTPRoute route = Charts.shipped("values-production.yaml").one(HTTPRoute.class, "dakenh");
    assertThat(route.getSpec().getHostnames()).containsExactly("chat.example.vn");
    assertThat(route.getSpec().getRules()).hasSizeLessThanOrEqualTo(16);
    Map<String, Way> ways = new TreeMap<>();
    for (HTTPRouteRule rule : route.getSpec().getRules()) {
      String service = rule.getBackendRefs().getFirst().getName();
      rule.getMatches()
          .forEach(
              match ->
                  ways.put(
                      match.getPath().getValue(), new Way(service, !rule.getFilters().isEmpty())));
    }
    return ways;
  }

  private static Map<String, Way> ingress(String flavour) {
    ObjectNode values = Charts.values("values-evaluation.yaml");
    values.withObject("/edge/ingress").put("flavour", flavour);
    Manifests rendered = Charts.render(Charts.SUITE, values);
    Map<String, Way> ways = new TreeMap<>();
    for (Ingress ingress : rendered.all(Ingress.class)) {
      boolean rewritten = ingress.getMetadata().getName().endsWith("-api");
      for (HTTPIngressPath path : ingress.getSpec().getRules().getFirst().getHttp().getPaths()) {
        ways.put(
            path.getPath().replace("(.*)", "").replaceAll("(?<=.)/$", ""),
            new Way(path.getBackend().getService().getName(), rewritten));
      }
    }
    return ways;
  }

  /** The longest prefix of whole segments wins, as both kinds of edges have it. */
  private static Optional<Way> way(Map<String, Way> ways, String path) {
    return ways.entrySet().stream()
        .filter(
            each ->
                each.getKey().equals("/")
                    || path.equals(each.getKey())
                    || path.startsWith(each.getKey() + "/"))
        .max(Comparator.comparingInt(each -> each.getKey().length()))
        .map(Map.Entry::getValue);
  }

  @ParameterizedTest
  @CsvSource({
    "/, config, false",
    "/tich-hop/da-kenh, config, false",
    "/api/config/v1/sections, config, true",
    "/api/livetalk/v1/conversations, livetalk, true",
    "/api/routing/v1/queue, routing, true",
    "/api/billing/v1/entitlement, billing, true",
    "/api/referral/v1/code, referral, true",
    "/api/channels/v1/webhooks/facebook, channels, true",
    "/ws/visitor, livetalk, false",
    "/widget/v1/loader.js, livetalk, false",
    "/site/shop, livetalk, false",
    "/r/ABCDEFGH, referral, false",
    "/q/health, nowhere, false",
    "/q/metrics, nowhere, false",
    "/api/unknown/v1/x, nowhere, false",
    "/auth/admin/master/console, nowhere, false",
    "/auth/realms/master/protocol, nowhere, false"
  })
  void every_path_has_its_service(String path, String service, boolean rewritten) {
    Way expected = new Way("dakenh-" + service, rewritten);

    assertThat(way(gatewayApi(), path)).contains(expected);
    assertThat(way(ingress("traefik"), path)).contains(expected);
    assertThat(way(ingress("nginx"), path)).contains(expected);
  }

  @Test
  void the_realm_is_reached_below_the_same_origin() {
    assertThat(way(gatewayApi(), "/auth/realms/dakenh/account"))
        .contains(new Way("dakenh-keycloak-service", false));
    assertThat(way(ingress("traefik"), "/auth/realms/dakenh/account"))
        .contains(new Way("dakenh-keycloak", false));
  }

  @Test
  void what_is_led_nowhere_meets_no_pod() {
    Service nowhere = Charts.shipped("values-production.yaml").one(Service.class, "dakenh-nowhere");

    assertThat(nowhere.getSpec().getSelector()).isEmpty();
  }

  @Test
  void the_development_gateway_has_the_same_folders() {
    String routes =
        Repository.text(
            Repository.ROOT.resolve(
                "devstack/src/main/java/io/dakenh/devstack/gateway/Routes.java"));
    Matcher folders = Pattern.compile("FOLDERS =\\s+Map\\.of\\(([^)]+)\\)").matcher(routes);
    assertThat(folders.find()).isTrue();
    List<String> names =
        Pattern.compile("\"(\\w+)\", [A-Z]+")
            .matcher(folders.group(1))
            .results()
            .map(each -> "/" + each.group(1))
            .toList();

    assertThat(names).hasSizeGreaterThanOrEqualTo(5);
    assertThat(gatewayApi().keySet()).containsAll(names);
    assertThat(ingress("traefik").keySet()).containsAll(names);
  }

  @Test
  void what_helm_test_asks_for_exists() {
    String script =
        Charts.shipped("values-production.yaml").pods().stream()
            .flatMap(each -> each.getContainers().stream())
            .filter(each -> each.getName().equals("reach"))
            .findFirst()
            .orElseThrow()
            .getArgs()
            .getFirst();
    Matcher asked = Pattern.compile("expect 401 /api/(\\w+)(/v1/\\S+)").matcher(script);
    int found = 0;
    while (asked.find()) {
      found++;
      String document =
          Repository.text(Repository.ROOT.resolve("docs/api/" + asked.group(1) + ".yaml"));
      assertThat(document).contains("\n  /api" + asked.group(2) + ":\n");
    }
    assertThat(found).isEqualTo(ServiceChart.values().length);
  }
}
