package io.dakenh.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keys the charts make up: good ones, and never others once they are there. */
class GeneratedSecretsTest {
  private static final String FILE = "values-evaluation.yaml";

  @Test
  void a_first_installation_gets_keys_its_services_accept() {
    Manifests first = Charts.render(Charts.SUITE, Charts.values(FILE));

    String tokenKey = value(first, "dakenh-channels-keys", "DAKENH_CHANNELS_TOKEN_KEY");
    assertThat(Base64.getDecoder().decode(tokenKey)).as("32 bytes in Base64").hasSize(32);
    for (String key :
        List.of(
            "DAKENH_LIVETALK_VISITOR_TOKEN_KEY",
            "DAKENH_LIVETALK_ATTACHMENTS_LINK_KEY",
            "DAKENH_LIVETALK_IDENTIFY_KEY",
            "DAKENH_LIVETALK_PEER_SECRET")) {
      assertThat(value(first, "dakenh-livetalk-keys", key)).hasSizeBetween(32, 512);
    }
    assertThat(value(first, "dakenh-referral-keys", "DAKENH_REFERRAL_HASH_KEY"))
        .hasSizeGreaterThanOrEqualTo(32)
        .isNotEqualTo(tokenKey);
  }

  @Test
  void an_upgrade_keeps_every_value_and_a_second_installation_shares_none() {
    Manifests first = Charts.render(Charts.SUITE, Charts.values(FILE));
    Manifests elsewhere = Charts.render(Charts.SUITE, Charts.values(FILE));
    first.all(Secret.class).forEach(GeneratedSecretsTest::store);
    Manifests upgraded = Charts.upgrade(Charts.SUITE, Charts.values(FILE));

    assertThat(contents(upgraded)).isEqualTo(contents(first)).hasSizeGreaterThan(8);
    contents(first)
        .forEach(
            (name, values) ->
                values.forEach(
                    (key, value) -> {
                      if (!key.equals("username")) {
                        assertThat(value)
                            .as("%s of %s", key, name)
                            .isNotEqualTo(contents(elsewhere).get(name).get(key));
                      }
                    }));
  }

  @Test
  void they_outlive_the_release() {
    assertThat(Charts.render(Charts.SUITE, Charts.values(FILE)).all(Secret.class))
        .allMatch(
            each ->
                "keep".equals(each.getMetadata().getAnnotations().get("helm.sh/resource-policy")));
  }

  @Test
  void with_secrets_of_ones_own_none_is_made() {
    var values = Charts.valuesOf(ServiceChart.CHANNELS, "values-production.yaml");
    Charts.merge(
        values, Yaml.read("{keys: {existingSecret: mine}, database: {existingSecret: db}}"));

    Manifests rendered = Charts.render("channels", values);

    assertThat(rendered.all(Secret.class)).isEmpty();
    assertThat(rendered.container(ServiceChart.CHANNELS).getEnv())
        .anyMatch(
            each ->
                each.getName().equals("DAKENH_CHANNELS_TOKEN_KEY")
                    && each.getValueFrom().getSecretKeyRef().getName().equals("mine"))
        .anyMatch(
            each ->
                each.getName().equals("QUARKUS_DATASOURCE_PASSWORD")
                    && each.getValueFrom().getSecretKeyRef().getName().equals("db"));
  }

  private static String value(Manifests rendered, String secret, String key) {
    return contents(rendered).get(secret).get(key);
  }

  private static Map<String, Map<String, String>> contents(Manifests rendered) {
    Map<String, Map<String, String>> all = new java.util.TreeMap<>();
    rendered
        .all(Secret.class)
        .forEach(each -> all.put(each.getMetadata().getName(), contents(each)));
    return all;
  }

  private static Map<String, String> contents(Secret secret) {
    Map<String, String> all = new java.util.TreeMap<>(secret.getStringData());
    secret
        .getData()
        .forEach(
            (key, value) ->
                all.put(
                    key, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)));
    return all;
  }

  /** As the cluster keeps it: everything under {@code data}, in Base64. */
  private static void store(Secret secret) {
    Map<String, String> data = new java.util.TreeMap<>();
    contents(secret)
        .forEach(
            (key, value) ->
                data.put(
                    key,
                    Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))));
    try {
      ApiServer.shared()
          .put(
              secret.getMetadata().getName(),
              new ObjectMapper()
                  .writeValueAsString(
                      Map.of(
                          "apiVersion",
                          "v1",
                          "kind",
                          "Secret",
                          "metadata",
                          Map.of("name", secret.getMetadata().getName()),
                          "data",
                          data)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
