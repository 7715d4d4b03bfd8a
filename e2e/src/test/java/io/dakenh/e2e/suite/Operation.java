package io.dakenh.e2e.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One operation of the HTTP interface, as the services' own documents declare it.
 *
 * @param service short name, as in the gateway's paths
 * @param method in upper case
 * @param path as the service knows it, with its parameters in braces
 * @param roles who may call it; nobody's name stands for everybody's
 */
public record Operation(String service, String method, String path, Set<String> roles) {
  private static final Path DOCUMENTS =
      Path.of(System.getProperty("dakenh.root", "..")).resolve("docs/api");
  private static final List<String> SERVICES =
      List.of("config", "livetalk", "routing", "channels", "billing", "referral");
  private static final Set<String> METHODS =
      Set.of("get", "head", "post", "put", "patch", "delete");
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  /** Every operation of every service. */
  public static List<Operation> all() {
    ObjectMapper yaml = new YAMLMapper();
    List<Operation> found = new ArrayList<>();
    for (String service : SERVICES) {
      JsonNode paths = read(yaml, DOCUMENTS.resolve(service + ".yaml")).path("paths");
      for (Map.Entry<String, JsonNode> path : paths.properties()) {
        for (Map.Entry<String, JsonNode> one : path.getValue().properties()) {
          if (METHODS.contains(one.getKey())) {
            found.add(
                new Operation(
                    service,
                    one.getKey().toUpperCase(Locale.ROOT),
                    path.getKey(),
                    roles(one.getValue())));
          }
        }
      }
    }
    return found;
  }

  private static JsonNode read(ObjectMapper yaml, Path document) {
    try {
      return yaml.readTree(Files.readString(document));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Set<String> roles(JsonNode operation) {
    Set<String> roles = new TreeSet<>();
    for (JsonNode scheme : operation.path("security")) {
      for (JsonNode names : scheme) {
        names.forEach(role -> roles.add(role.asText()));
      }
    }
    return roles;
  }

  /** Whether anybody may call it, with no token of the identity server. */
  public boolean open() {
    return roles.isEmpty();
  }

  /** Names of what its path leaves open. */
  public List<String> parameters() {
    return PARAMETER.matcher(path).results().map(match -> match.group(1)).toList();
  }

  /** Its path at the gateway, with these values for what it leaves open. */
  public String at(Map<String, String> values) {
    String filled = PARAMETER.matcher(path).replaceAll(match -> values.get(match.group(1)));
    return filled.startsWith("/api/") ? "/api/" + service + filled.substring(4) : filled;
  }

  /** Method, service and path: one line that tells it apart. */
  @Override
  public String toString() {
    return method + " " + service + " " + path;
  }
}
