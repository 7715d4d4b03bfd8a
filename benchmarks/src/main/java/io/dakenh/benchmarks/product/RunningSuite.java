package io.dakenh.benchmarks.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dakenh.devstack.suite.SuiteClient;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * What {@code ./dakenh up} tells about a suite that runs.
 *
 * @param ports of its parts by name
 * @param partPids processes of its parts by name
 * @param pids all of its processes
 * @param operatorSecret of the client that may create businesses
 */
public record RunningSuite(
    URI origin,
    Map<String, Integer> ports,
    Map<String, Long> partPids,
    Set<Long> pids,
    String operatorSecret) {
  private static final String SECRET = "DAKENH_OPERATOR_CLIENT_SECRET";

  /** The suite of this data folder, when it is ready. */
  public static Optional<RunningSuite> in(Path data) {
    Path state = data.resolve("run/state.json");
    if (!Files.exists(state)) {
      return Optional.empty();
    }
    try {
      JsonNode told = new ObjectMapper().readTree(state.toFile());
      boolean alive = ProcessHandle.of(told.path("supervisorPid").asLong()).isPresent();
      if (!alive || !"READY".equals(told.path("phase").asText())) {
        return Optional.empty();
      }
      Map<String, Integer> ports = new HashMap<>();
      Map<String, Long> partPids = new HashMap<>();
      for (JsonNode part : told.path("parts")) {
        ports.put(part.path("name").asText(), part.path("port").asInt());
        if (part.path("pid").isNumber()) {
          partPids.put(part.path("name").asText(), part.path("pid").asLong());
        }
      }
      return Optional.of(
          new RunningSuite(
              URI.create(told.path("publicUrl").asText()),
              Map.copyOf(ports),
              Map.copyOf(partPids),
              Set.copyOf(partPids.values()),
              operatorSecret(data.resolve("secrets.properties"))));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read what the suite tells in " + data, e);
    }
  }

  /** Registers a business for a measurement; its widget key. */
  public String newWidgetKey() {
    return registrations().register();
  }

  /** Registers businesses for a measurement. */
  public Registrations registrations() {
    SuiteClient client = new SuiteClient(origin);
    return new Registrations(client, client.machineToken("dakenh-operator", operatorSecret));
  }

  /** Registers a business for a measurement of what its owner changes. */
  public OwnedBusiness newOwnedBusiness() {
    SuiteClient client = new SuiteClient(origin);
    Business business =
        Business.create(client, client.machineToken("dakenh-operator", operatorSecret));
    return new OwnedBusiness(client, business.widgetKey(), business.ownerToken(client));
  }

  /** Where a part listens, straight, without the development gateway. */
  public URI direct(String part) {
    return URI.create("http://127.0.0.1:" + ports.getOrDefault(part, origin.getPort()));
  }

  /** The document store of the suite. */
  public String mongoUrl() {
    return "mongodb://127.0.0.1:" + ports.getOrDefault("mongo", 27_017) + "/dakenh_config";
  }

  private static String operatorSecret(Path file) throws IOException {
    Properties secrets = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      secrets.load(reader);
    }
    return secrets.getProperty(SECRET, "").replaceAll("[^A-Za-z0-9]", "");
  }
}
