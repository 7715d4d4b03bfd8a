package io.dakenh.devstack.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.devstack.launcher.SuiteState.Demo;
import io.dakenh.devstack.launcher.SuiteState.Login;
import io.dakenh.devstack.suite.Answer;
import io.dakenh.devstack.suite.SuiteClient;
import io.dakenh.devstack.suite.SuiteException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A business to try the suite with, made through the public interface like any other. Each step
 * looks first whether it was done, so a suite that starts again finds everything as it left it.
 */
final class Seeding {
  private static final String BUSINESS = "Cửa hàng hoa tươi Hoa Mai";
  private static final String PASSWORD = "hoa-mai-2026";
  private static final Login OWNER =
      new Login("owner", "Nguyễn Thị Mai", "mai@hoamai.example", PASSWORD);
  private static final List<Login> AGENTS =
      List.of(
          new Login("agent", "Trần Văn Bình", "binh@hoamai.example", PASSWORD),
          new Login("agent", "Lê Thu Cúc", "cuc@hoamai.example", PASSWORD),
          new Login("agent", "Phạm Minh Đức", "duc@hoamai.example", PASSWORD));

  private static final int PASS_ON_SECONDS = 20;
  private static final int TOTAL_SECONDS = 300;
  private static final String CONFIG = "/api/config/v1";

  private final Layout layout;
  private final SuiteClient client;
  private final Secrets secrets;
  private final Progress progress;

  Seeding(Layout layout, String publicUrl, Secrets secrets, Progress progress) {
    this.layout = layout;
    this.client = new SuiteClient(URI.create(publicUrl));
    this.secrets = secrets;
    this.progress = progress;
  }

  /** The demo tenant; nothing when it could not be made, which is told but stops nothing. */
  @Nullable Demo run() {
    try {
      String owner = ownerToken();
      Map<String, String> agents = agents(owner);
      department(owner, new ArrayList<>(agents.values()));
      JsonNode tenant = client.get(owner, CONFIG + "/me").successful().body().path("tenant");
      List<Login> logins = new ArrayList<>(List.of(OWNER));
      logins.addAll(AGENTS);
      Demo demo =
          new Demo(
              tenant.path("id").asText(),
              tenant.path("name").asText(),
              tenant.path("widgetKey").asText(),
              logins);
      new ObjectMapper().writeValue(layout.demoFile().toFile(), demo);
      return demo;
    } catch (SuiteException e) {
      progress.warn("the demo tenant could not be made: " + e.getMessage());
      return null;
    } catch (IOException e) {
      throw new LauncherException("cannot write " + layout.demoFile(), e);
    }
  }

  private String ownerToken() {
    Answer known = client.tryPersonToken(OWNER.email(), OWNER.password());
    if (known.status() == 200) {
      return known.body().path("access_token").asText();
    }
    progress.note("making the demo tenant " + BUSINESS);
    String operator = client.machineToken("dakenh-operator", KeycloakPart.operatorSecret(secrets));
    ObjectNode tenant = SuiteClient.object().put("name", BUSINESS);
    tenant
        .putObject("owner")
        .put("name", OWNER.name())
        .put("email", OWNER.email())
        .put("password", OWNER.password());
    client.post(operator, CONFIG + "/tenants", tenant).successful();
    return client.personToken(OWNER.email(), OWNER.password());
  }

  private Map<String, String> agents(String owner) {
    Map<String, String> idByEmail = new LinkedHashMap<>();
    Map<String, String> existing = new LinkedHashMap<>();
    client
        .get(owner, CONFIG + "/staff?limit=100")
        .successful()
        .body()
        .path("items")
        .forEach(person -> existing.put(person.path("email").asText(), person.path("id").asText()));
    for (Login agent : AGENTS) {
      @Nullable String id = existing.get(agent.email());
      idByEmail.put(agent.email(), id == null ? hire(owner, agent) : id);
    }
    return idByEmail;
  }

  private String hire(String owner, Login agent) {
    return client
        .post(
            owner,
            CONFIG + "/staff",
            SuiteClient.object()
                .put("name", agent.name())
                .put("email", agent.email())
                .put("role", agent.role())
                .put("password", agent.password()))
        .successful()
        .body()
        .path("id")
        .asText();
  }

  /** The department every business is made with gets the three agents, who all hear each offer. */
  private void department(String owner, List<String> agentIds) {
    JsonNode departments =
        client.get(owner, CONFIG + "/departments?limit=100").successful().body().path("items");
    for (JsonNode department : departments) {
      if (department.path("default").asBoolean()) {
        fill(owner, department.path("id").asText(), agentIds);
      }
    }
  }

  private void fill(String owner, String departmentId, List<String> agentIds) {
    String path = CONFIG + "/departments/" + departmentId;
    Answer current = client.get(owner, path).successful();
    ObjectNode wanted =
        SuiteClient.object()
            .put("name", current.body().path("name").asText())
            .put("allocationMode", "all")
            .put("passOnSeconds", PASS_ON_SECONDS)
            .put("totalSeconds", TOTAL_SECONDS)
            .put("default", true);
    ArrayNode agents = wanted.putArray("agentIds");
    agentIds.forEach(agents::add);
    boolean done =
        current.body().path("agentIds").equals(agents)
            && current.body().path("allocationMode").asText().equals("all");
    if (!done) {
      client.put(owner, path, current.entityTag(), wanted).successful();
    }
  }
}
