package io.dakenh.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Dashboards and rules ask only for what somebody publishes, and alerts say what to do. */
class ObservabilityTest {
  private static final Pattern NAME =
      Pattern.compile("(?<![\\w:{,\"$.])([a-z_][a-z0-9_]*(?::[a-z0-9_:]+)?)(?![\\w:]*\\s*\\()");

  /** Words of the language. */
  private static final Set<String> LANGUAGE =
      Set.of("by", "without", "bool", "and", "or", "unless", "on", "ignoring");

  private static JsonNode rules() {
    return Yaml.read(Repository.DEPLOY.resolve("prometheus/rules.yaml"));
  }

  private static List<JsonNode> all(String field) {
    List<JsonNode> found = new ArrayList<>();
    rules()
        .path("groups")
        .forEach(
            group ->
                group
                    .path("rules")
                    .forEach(
                        rule -> {
                          if (rule.has(field)) {
                            found.add(rule);
                          }
                        }));
    return found;
  }

  private static List<Path> dashboards() {
    return Repository.files(Repository.DEPLOY.resolve("dashboards"), ".json");
  }

  /** Names of series in an expression: labels, their values, groupings and functions left out. */
  static Set<String> series(String expression) {
    String bare =
        expression
            .replaceAll("\\{[^}]*}", "")
            .replaceAll("\\[[^\\]]*]", "")
            .replaceAll("\\b(by|without|on|ignoring)\\s*\\([^)]*\\)", "");
    Set<String> names = new TreeSet<>();
    Matcher name = NAME.matcher(bare);
    while (name.find()) {
      if (!LANGUAGE.contains(name.group(1))) {
        names.add(name.group(1));
      }
    }
    return names;
  }

  private static Set<String> published() {
    Set<String> names = new HashSet<>(PublishedMetrics.ours());
    names.addAll(PublishedMetrics.frameworks());
    // Prometheus knows it of every target.
    names.add("up");
    all("record").forEach(rule -> names.add(rule.path("record").asText()));
    return names;
  }

  @Test
  void names_are_found_in_expressions() {
    assertThat(series("sum by (job) (rate(a_total{x=\"y_z\"}[5m])) / max(b:c) <= bool 0.25"))
        .containsExactly("a_total", "b:c");
    assertThat(PublishedMetrics.ours())
        .contains(
            "dakenh_livetalk_sockets",
            "dakenh_livetalk_message_commit_seconds_max",
            "dakenh_outbox_pending",
            "dakenh_events_dead_total",
            "dakenh_billing_differences",
            "dakenh_livetalk_sequence_lateness_seconds_count",
            "dakenh_livetalk_call_setup_seconds_bucket",
            "dakenh_livetalk_mail_total");
  }

  @Test
  void every_series_in_a_rule_is_published() {
    Set<String> published = published();
    List<JsonNode> rules = new ArrayList<>(all("record"));
    rules.addAll(all("alert"));
    assertThat(rules).hasSizeGreaterThan(15);
    for (JsonNode rule : rules) {
      assertThat(series(rule.path("expr").asText())).as(rule.toString()).isNotEmpty();
      assertThat(published).as(rule.toString()).containsAll(series(rule.path("expr").asText()));
    }
  }

  @Test
  void every_series_in_a_dashboard_is_published() {
    Set<String> published = published();
    assertThat(dashboards()).hasSize(3);
    Set<String> uids = new HashSet<>();
    for (Path dashboard : dashboards()) {
      JsonNode board = Yaml.read(dashboard);
      assertThat(uids.add(board.path("uid").asText())).isTrue();
      assertThat(board.path("panels")).isNotEmpty();
      for (JsonNode panel : board.path("panels")) {
        assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
        assertThat(panel.path("targets")).as(panel.path("title").asText()).isNotEmpty();
        for (JsonNode target : panel.path("targets")) {
          assertThat(published)
              .as("%s: %s", dashboard.getFileName(), panel.path("title").asText())
              .containsAll(series(target.path("expr").asText()));
        }
      }
    }
  }

  @Test
  void every_meter_of_ours_is_on_a_dashboard_or_in_a_rule() {
    Set<String> shown = new HashSet<>();
    all("record").forEach(rule -> shown.addAll(series(rule.path("expr").asText())));
    all("alert").forEach(rule -> shown.addAll(series(rule.path("expr").asText())));
    for (Path dashboard : dashboards()) {
      Yaml.read(dashboard)
          .findValuesAsText("expr")
          .forEach(expression -> shown.addAll(series(expression)));
    }
    Set<String> unseen = new TreeSet<>();
    for (String name : PublishedMetrics.ours()) {
      String meter = name.replaceAll("_(count|sum|max|bucket)$", "");
      if (shown.stream().noneMatch(each -> each.startsWith(meter))) {
        unseen.add(meter);
      }
    }
    assertThat(unseen).isEmpty();
  }

  @Test
  void every_alert_has_a_severity_a_summary_and_a_runbook_that_exists() {
    Set<String> names = new HashSet<>();
    for (JsonNode alert : all("alert")) {
      assertThat(names.add(alert.path("alert").asText())).isTrue();
      assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning");
      assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
      String runbook = alert.at("/annotations/runbook").asText();
      assertThat(runbook).startsWith("deploy/runbooks/");
      assertThat(Files.exists(Repository.ROOT.resolve(runbook))).as(runbook).isTrue();
    }
  }

  @Test
  void the_chart_ships_the_same_rules_and_dashboards() {
    Manifests rendered = Charts.shipped("values-production.yaml");

    assertThat(rendered.ofKind("PrometheusRule"))
        .singleElement()
        .satisfies(each -> assertThat(each.path("spec")).isEqualTo(rules()));
    for (Path dashboard : dashboards()) {
      String file = dashboard.getFileName().toString();
      ConfigMap shipped =
          rendered.one(ConfigMap.class, "dakenh-dashboard-" + file.replace(".json", ""));
      assertThat(Yaml.read(shipped.getData().get(file))).isEqualTo(Yaml.read(dashboard));
    }
  }

  @Test
  void the_chart_ships_the_realm_of_the_repository() {
    ConfigMap realm = Charts.shipped("values-production.yaml").one(ConfigMap.class, "dakenh-realm");

    assertThat(Yaml.read(realm.getData().get("dakenh-realm.json")))
        .isEqualTo(Yaml.read(Repository.ROOT.resolve("etc/keycloak/dakenh-realm.json")));
  }
}
