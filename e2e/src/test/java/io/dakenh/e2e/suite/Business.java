package io.dakenh.e2e.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.devstack.suite.Answer;
import io.dakenh.devstack.suite.SuiteClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.awaitility.Awaitility;

/**
 * A business of its own for one test: nothing of another test is in it.
 *
 * @param owner may configure
 * @param agents members of the default department, in its order
 */
public record Business(
    SuiteUnderTest suite, String id, String widgetKey, Person owner, List<Person> agents) {
  private static final String PASSWORD = "mat-khau-2026";
  private static final List<String> NAMES =
      List.of("Trần Văn Bình", "Lê Thu Cúc", "Phạm Minh Đức", "Đỗ Thị Ánh", "Vũ Quốc Huy");
  private static final List<String> ENGLISH_NAMES = List.of("Ben Miller", "Carol Smith");
  private static final String CONFIG = "/api/config/v1";

  /** What a department is made of when it is written. */
  private static final List<String> DEPARTMENT_MEMBERS =
      List.of(
          "name",
          "allocationMode",
          "passOnSeconds",
          "totalSeconds",
          "agentIds",
          "default",
          "pictureMediaId",
          "capacity",
          "preferPreviousAgent",
          "hours");

  /** Someone who signs in. */
  public record Person(String id, String name, String email, String password) {}

  /**
   * Creates a business with so many agents, all in a default department that offers to everyone.
   */
  public static Business create(SuiteUnderTest suite, int agentCount) {
    return create(suite, agentCount, "vi", "Tiệm thử nghiệm ", "Nguyễn Thị Mai", NAMES);
  }

  /** One that speaks English, with nothing Vietnamese in its names and first texts. */
  public static Business inEnglish(SuiteUnderTest suite, int agentCount) {
    return create(suite, agentCount, "en", "Test shop ", "May Brown", ENGLISH_NAMES);
  }

  private static Business create(
      SuiteUnderTest suite,
      int agentCount,
      String locale,
      String shop,
      String ownerName,
      List<String> names) {
    SuiteClient client = suite.client();
    String mark = UUID.randomUUID().toString().substring(24);
    String ownerEmail = "chu-" + mark + "@example.test";
    ObjectNode tenant = SuiteClient.object().put("name", shop + mark).put("locale", locale);
    tenant
        .putObject("owner")
        .put("name", ownerName)
        .put("email", ownerEmail)
        .put("password", PASSWORD);
    JsonNode created =
        client.post(suite.operatorToken(), CONFIG + "/tenants", tenant).successful().body();
    String ownerToken = client.personToken(ownerEmail, PASSWORD);
    JsonNode me = client.get(ownerToken, CONFIG + "/me").successful().body();
    Person owner = new Person(me.path("id").asText(), ownerName, ownerEmail, PASSWORD);
    List<Person> agents = new ArrayList<>();
    for (int index = 0; index < agentCount; index++) {
      agents.add(hire(client, ownerToken, names.get(index), "nv" + index + "-" + mark));
    }
    if (!agents.isEmpty()) {
      fillDefaultDepartment(client, ownerToken, "all", agents);
    }
    return new Business(
        suite, created.path("id").asText(), created.path("widgetKey").asText(), owner, agents);
  }

  /** A fresh access token of one of its people. */
  public String token(Person person) {
    return suite.client().personToken(person.email(), person.password());
  }

  /** A key with these scopes, good at once. */
  public String key(String... scopes) {
    ObjectNode wanted = SuiteClient.object().put("name", String.join(" ", scopes));
    ArrayNode list = wanted.putArray("scopes");
    List.of(scopes).forEach(list::add);
    String key =
        suite
            .client()
            .post(token(owner), CONFIG + "/api-keys", wanted)
            .successful()
            .body()
            .path("key")
            .asText();
    Awaitility.await("the key to be known")
        .atMost(Duration.ofSeconds(20))
        .until(() -> suite.client().get(key, "/api/livetalk/v1/labels").status() == 403);
    return key;
  }

  /** One more department of these agents, who are asked in this way; gives its id. */
  public String department(String name, String mode, Person... members) {
    ObjectNode department =
        SuiteClient.object()
            .put("name", name)
            .put("allocationMode", mode)
            .put("passOnSeconds", 60)
            .put("totalSeconds", 600)
            .put("default", false);
    ArrayNode ids = department.putArray("agentIds");
    for (Person member : members) {
      ids.add(member.id());
    }
    return suite
        .client()
        .post(token(owner), CONFIG + "/departments", department)
        .successful()
        .body()
        .path("id")
        .asText();
  }

  /** The department that receives whatever names none asks its agents in this way. */
  public Business asking(String mode) {
    fillDefaultDepartment(suite.client(), token(owner), mode, agents);
    return this;
  }

  /** Changes what is kept of the department that receives whatever names none. */
  public void reshape(Consumer<ObjectNode> change) {
    changeFirstDepartment(suite.client(), token(owner), change);
  }

  /** Id of the department that receives whatever names none. */
  public String defaultDepartment() {
    return suite
        .client()
        .get(token(owner), CONFIG + "/tenant")
        .successful()
        .body()
        .path("defaultDepartmentId")
        .asText();
  }

  private static Person hire(SuiteClient client, String ownerToken, String name, String mark) {
    String email = mark + "@example.test";
    JsonNode staff =
        client
            .post(
                ownerToken,
                CONFIG + "/staff",
                SuiteClient.object()
                    .put("name", name)
                    .put("email", email)
                    .put("role", "agent")
                    .put("password", PASSWORD))
            .successful()
            .body();
    return new Person(staff.path("id").asText(), name, email, PASSWORD);
  }

  private static void fillDefaultDepartment(
      SuiteClient client, String ownerToken, String mode, List<Person> agents) {
    changeFirstDepartment(
        client,
        ownerToken,
        department -> {
          department.put("allocationMode", mode).put("passOnSeconds", 60).put("totalSeconds", 600);
          ArrayNode ids = department.putArray("agentIds");
          agents.forEach(agent -> ids.add(agent.id()));
        });
  }

  private static void changeFirstDepartment(
      SuiteClient client, String ownerToken, Consumer<ObjectNode> change) {
    JsonNode first =
        client.get(ownerToken, CONFIG + "/departments").successful().body().path("items").path(0);
    String path = CONFIG + "/departments/" + first.path("id").asText();
    Answer current = client.get(ownerToken, path).successful();
    ObjectNode changed = ((ObjectNode) current.body()).deepCopy();
    changed.retain(DEPARTMENT_MEMBERS);
    change.accept(changed);
    client.put(ownerToken, path, current.entityTag(), changed).successful();
  }
}
