package io.dakenh.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The keys of the framework, by the descriptions its extensions carry with them. */
final class QuarkusKeys {
  private static final String DESCRIPTION = "META-INF/quarkus-config-doc/quarkus-config-model.json";
  private static final QuarkusKeys SHARED = new QuarkusKeys();

  private final Map<String, String> runtime = new HashMap<>();

  private QuarkusKeys() {
    ObjectMapper json = new ObjectMapper();
    try {
      List<URL> descriptions = new java.util.ArrayList<>();
      QuarkusKeys.class
          .getClassLoader()
          .getResources(DESCRIPTION)
          .asIterator()
          .forEachRemaining(descriptions::add);
      for (URL description : descriptions) {
        json.readTree(description).path("configRoots").forEach(root -> items(root.path("items")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static QuarkusKeys shared() {
    return SHARED;
  }

  /** The key that a variable sets while the service runs; none when it is decided at build time. */
  Optional<String> atRunTime(String variable) {
    return Optional.ofNullable(runtime.get(variable));
  }

  /** Variables that reach the clients of Kafka. */
  static Set<String> kafka() {
    Set<String> names = new TreeSet<>(ConsumerConfig.configNames());
    names.addAll(ProducerConfig.configNames());
    names.addAll(AdminClientConfig.configNames());
    return names.stream()
        .map(name -> ServiceKeys.variable("kafka." + name))
        .collect(Collectors.toSet());
  }

  private void items(JsonNode items) {
    for (JsonNode item : items) {
      items(item.path("items"));
      if (item.path("phase").asText().equals("RUN_TIME")) {
        JsonNode path = item.path("path");
        runtime.put(path.path("environmentVariable").asText(), path.path("property").asText());
      }
    }
  }
}
