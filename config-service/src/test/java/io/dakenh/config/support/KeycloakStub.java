package io.dakenh.config.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Answers the Admin API calls of docs/identity.md as Keycloak 26 does, and fails on demand. Tests
 * talk to it over HTTP, because Quarkus loads test resources and tests by different class loaders:
 * {@code /control/fail} and {@code /control/state}.
 */
final class KeycloakStub {
  private static final String ADMIN = "/auth/admin/realms/dakenh/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Map<String, ObjectNode> users = new LinkedHashMap<>();
  private final Map<String, ObjectNode> organizations = new LinkedHashMap<>();
  private final Map<String, TreeSet<String>> members = new LinkedHashMap<>();
  private final Map<String, TreeSet<String>> roles = new LinkedHashMap<>();
  private final Map<String, Integer> logouts = new LinkedHashMap<>();
  private @Nullable Fault fault;

  private record Fault(String method, String path, String when, String about) {}

  private record Answer(int status, @Nullable JsonNode body, @Nullable String location) {
    static Answer of(int status) {
      return new Answer(status, null, null);
    }

    static Answer error(int status, String message) {
      return new Answer(status, JSON.createObjectNode().put("errorMessage", message), null);
    }
  }

  KeycloakStub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void stop() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String path = exchange.getRequestURI().getPath();
      Fault hit = hit(exchange.getRequestMethod(), path, body);
      if (hit != null && hit.when().equals("before")) {
        send(exchange, Answer.error(503, "away"));
        return;
      }
      Answer answer = answer(exchange.getRequestMethod(), path, query(exchange), body);
      send(exchange, hit == null ? answer : Answer.error(503, "the answer got lost"));
    }
  }

  private synchronized @Nullable Fault hit(String method, String path, String body) {
    Fault planned = fault;
    return planned != null
            && !path.startsWith("/control")
            && method.matches(planned.method())
            && path.matches(planned.path())
            && (planned.about().isEmpty() || body.contains(planned.about()))
        ? planned
        : null;
  }

  private synchronized Answer answer(
      String method, String path, Map<String, String> query, String body) throws IOException {
    if (path.equals("/control/fail")) {
      fault =
          query.containsKey("method")
              ? new Fault(
                  query.get("method"),
                  query.get("path"),
                  query.get("when"),
                  query.getOrDefault("about", ""))
              : null;
      return Answer.of(204);
    }
    if (path.equals("/control/state")) {
      return new Answer(200, state(query.getOrDefault("email", "")), null);
    }
    if (path.equals("/auth/realms/dakenh")) {
      return new Answer(200, JSON.createObjectNode().put("realm", "dakenh"), null);
    }
    if (path.endsWith("/protocol/openid-connect/token")) {
      return new Answer(
          200,
          JSON.createObjectNode()
              .put("access_token", "stub")
              .put("token_type", "Bearer")
              .put("expires_in", 300),
          null);
    }
    if (!path.startsWith(ADMIN)) {
      return Answer.of(404);
    }
    List<String> parts = Arrays.asList(path.substring(ADMIN.length()).split("/"));
    return switch (parts.getFirst()) {
      case "users" -> users(method, parts, query, body);
      case "organizations" -> organizations(method, parts, query, body);
      case "roles" ->
          new Answer(
              200,
              JSON.createObjectNode().put("id", "role-" + parts.get(1)).put("name", parts.get(1)),
              null);
      default -> Answer.of(404);
    };
  }

  private Answer users(String method, List<String> parts, Map<String, String> query, String body)
      throws IOException {
    if (parts.size() == 1) {
      return method.equals("POST") ? createUser(body) : find(users, "email", query.get("email"));
    }
    ObjectNode user = users.get(parts.get(1));
    if (user == null) {
      return Answer.error(404, "User not found");
    }
    String id = parts.get(1);
    if (parts.size() == 2) {
      if (method.equals("PUT")) {
        user.setAll((ObjectNode) JSON.readTree(body));
        return Answer.of(204);
      }
      if (method.equals("DELETE")) {
        users.remove(id);
        members.values().forEach(people -> people.remove(id));
        return Answer.of(204);
      }
      return new Answer(200, user, null);
    }
    if (parts.get(2).equals("reset-password")) {
      return resetPassword(user, body);
    }
    if (parts.get(2).equals("logout")) {
      logouts.merge(id, 1, Integer::sum);
      return Answer.of(204);
    }
    for (JsonNode role : JSON.readTree(body)) {
      TreeSet<String> held = roles.computeIfAbsent(id, none -> new TreeSet<>());
      if (method.equals("DELETE")) {
        held.remove(role.path("name").asText());
      } else {
        held.add(role.path("name").asText());
      }
    }
    return Answer.of(204);
  }

  private Answer createUser(String body) throws IOException {
    ObjectNode user = (ObjectNode) JSON.readTree(body);
    String email = user.path("email").asText();
    if (users.values().stream().anyMatch(u -> u.path("email").asText().equals(email))) {
      return Answer.error(409, "User exists with same email");
    }
    if (user.path("credentials").path(0).path("value").asText().equals(email)) {
      return new Answer(
          400,
          JSON.createObjectNode()
              .put("error", "invalidPasswordNotEmailMessage")
              .put("error_description", "Invalid password: must not be equal to the email."),
          null);
    }
    String id = UUID.randomUUID().toString();
    user.put("passwords", user.path("credentials").size());
    user.remove("credentials");
    users.put(id, user.put("id", id));
    return new Answer(201, null, url() + ADMIN + "users/" + id);
  }

  private static Answer resetPassword(ObjectNode user, String body) throws IOException {
    if (JSON.readTree(body).path("value").asText().equals(user.path("email").asText())) {
      return new Answer(
          400,
          JSON.createObjectNode()
              .put("error", "invalidPasswordNotEmailMessage")
              .put("error_description", "Invalid password: must not be equal to the email."),
          null);
    }
    user.put("passwords", 1);
    return Answer.of(204);
  }

  private Answer organizations(
      String method, List<String> parts, Map<String, String> query, String body)
      throws IOException {
    if (parts.size() == 1 && method.equals("POST")) {
      ObjectNode organization = (ObjectNode) JSON.readTree(body);
      String name = organization.path("name").asText();
      if (organizations.values().stream().anyMatch(o -> o.path("name").asText().equals(name))) {
        return Answer.error(409, "A organization with the same name already exists.");
      }
      String id = UUID.randomUUID().toString();
      organizations.put(id, organization.put("id", id));
      return new Answer(201, null, url() + ADMIN + "organizations/" + id);
    }
    if (parts.size() == 1) {
      return find(organizations, "name", query.get("search"));
    }
    if (parts.get(1).equals("members")) {
      ArrayNode found = JSON.createArrayNode();
      members.forEach(
          (organization, people) -> {
            if (people.contains(parts.get(2))) {
              found.add(organizations.get(organization));
            }
          });
      return new Answer(200, found, null);
    }
    TreeSet<String> people = members.computeIfAbsent(parts.get(1), none -> new TreeSet<>());
    if (!organizations.containsKey(parts.get(1))) {
      return Answer.error(404, "Organization not found");
    }
    if (method.equals("DELETE")) {
      if (parts.size() == 2) {
        organizations.remove(parts.get(1));
        members.remove(parts.get(1));
      } else {
        people.remove(parts.get(3));
      }
      return Answer.of(204);
    }
    if (method.equals("GET")) {
      ArrayNode found = JSON.createArrayNode();
      people.stream().map(users::get).forEach(found::add);
      return new Answer(200, found, null);
    }
    String member = JSON.readTree(body).asText();
    boolean added = people.add(member);
    return added ? Answer.of(201) : Answer.error(409, "User is already a member");
  }

  private static Answer find(Map<String, ObjectNode> things, String field, @Nullable String value) {
    ArrayNode found = JSON.createArrayNode();
    things.values().stream().filter(t -> t.path(field).asText().equals(value)).forEach(found::add);
    return new Answer(200, found, null);
  }

  /** All that is known of the people with an e-mail. */
  private JsonNode state(String email) {
    ArrayNode found = JSON.createArrayNode();
    users.forEach(
        (id, user) -> {
          if (user.path("email").asText().equals(email)) {
            ObjectNode known = found.addObject();
            known.set("user", user);
            known.put("logouts", logouts.getOrDefault(id, 0));
            ArrayNode held = known.putArray("roles");
            roles.getOrDefault(id, new TreeSet<>()).forEach(held::add);
            ArrayNode memberOf = known.putArray("organizations");
            members.forEach(
                (organization, people) -> {
                  if (people.contains(id)) {
                    memberOf.add(organizations.get(organization));
                  }
                });
          }
        });
    return found;
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new LinkedHashMap<>();
    String raw = exchange.getRequestURI().getRawQuery();
    if (raw != null) {
      for (String pair : raw.split("&")) {
        String[] parts = pair.split("=", 2);
        query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return query;
  }

  private static void send(HttpExchange exchange, Answer answer) {
    try {
      if (answer.location() != null) {
        exchange.getResponseHeaders().add("Location", answer.location());
      }
      if (answer.body() == null) {
        exchange.sendResponseHeaders(answer.status(), -1);
        return;
      }
      byte[] bytes = JSON.writeValueAsBytes(answer.body());
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
