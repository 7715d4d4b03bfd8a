package io.dakenh.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas of values are closed, complete, and say the same of what all charts share. */
class ValuesSchemaTest {
  private static JsonNode schema(String chart) {
    Path file = Repository.HELM.resolve(chart).resolve("values.schema.json");
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode values(String chart) {
    return Yaml.read(Repository.HELM.resolve(chart).resolve("values.yaml"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"dakenh", "config", "livetalk", "routing", "billing", "referral", "channels"})
  void no_object_takes_what_it_does_not_name(String chart) {
    List<String> open = new ArrayList<>();
    collectOpen("", schema(chart), open);

    assertThat(open).isEmpty();
  }

  private static void collectOpen(String path, JsonNode schema, List<String> open) {
    if (schema.has("properties")) {
      if (!schema.path("additionalProperties").isBoolean()
          || schema.path("additionalProperties").asBoolean()) {
        open.add(path);
      }
    }
    schema
        .path("properties")
        .properties()
        .forEach(each -> collectOpen(path + "/" + each.getKey(), each.getValue(), open));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"dakenh", "config", "livetalk", "routing", "billing", "referral", "channels"})
  void schema_and_values_name_the_same_keys(String chart) {
    assertSame("", schema(chart), values(chart));
  }

  private static void assertSame(String path, JsonNode schema, JsonNode values) {
    if (!schema.has("properties") || !values.isObject()) {
      return;
    }
    TreeSet<String> described = new TreeSet<>();
    schema.path("properties").fieldNames().forEachRemaining(described::add);
    described.remove("dakenh-lib");
    TreeSet<String> given = new TreeSet<>();
    values.fieldNames().forEachRemaining(given::add);
    if (path.endsWith("/requests") || path.endsWith("/limits")) {
      assertThat(described).as(path).containsAll(given);
      return;
    }
    assertThat(described).as(path).isEqualTo(given);
    given.forEach(
        key -> assertSame(path + "/" + key, schema.path("properties").path(key), values.path(key)));
  }

  @Test
  void what_is_global_is_the_same_in_every_chart() {
    for (ServiceChart service : ServiceChart.values()) {
      assertThat(schema(service.chart()).at("/properties/global"))
          .as(service.chart())
          .isEqualTo(schema(Charts.SUITE).at("/properties/global"));
      assertThat(values(service.chart()).path("global"))
          .isEqualTo(values(Charts.SUITE).path("global"));
    }
  }

  @Test
  void service_charts_differ_only_in_what_is_their_own() {
    ObjectNode routing = (ObjectNode) schema("routing").path("properties");
    ObjectNode billing = (ObjectNode) schema("billing").path("properties");

    assertThat(billing).isEqualTo(routing);
  }

  @Test
  void every_chart_has_the_same_version() {
    String version = chart(Charts.SUITE).path("version").asText();
    for (ServiceChart service : ServiceChart.values()) {
      assertThat(chart(service.chart()).path("version").asText()).isEqualTo(version);
      assertThat(chart(service.chart()).path("appVersion").asText())
          .isEqualTo(chart(Charts.SUITE).path("appVersion").asText());
    }
    String built = Repository.text(Repository.ROOT.resolve("pom.xml"));
    assertThat(built).contains("<version>" + version + "-SNAPSHOT</version>");
  }

  private static JsonNode chart(String name) {
    return Yaml.read(Repository.HELM.resolve(name).resolve("Chart.yaml"));
  }
}
