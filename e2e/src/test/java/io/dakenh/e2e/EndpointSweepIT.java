package io.dakenh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dakenh.contracts.config.ApiScopes;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.suite.Answer;
import io.dakenh.devstack.suite.SuiteClient;
import io.dakenh.e2e.suite.Belongings;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.Operation;
import io.dakenh.e2e.suite.SuiteUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every endpoint that the services' documents name, called by those who may not. An endpoint that
 * is added is in it by itself; one whose ids are not known here makes it fail until they are.
 */
class EndpointSweepIT {
  private static final String RANDOM = "0190a000-0000-7000-8000-000000000000";

  /** What a path may name that belongs to nobody, with a value that exists everywhere. */
  private static final Map<String, String> COMMON =
      Map.of(
          "section", "window",
          "version", "1",
          "month", "2026-11",
          "table", "agents",
          "code", "trial",
          "sequence", "1");

  /** Linked only through a provider's dialog: the connector's own tests try another business's. */
  private static final Set<String> ELSEWHERE = Set.of("channels /api/v1/channels");

  /** Endpoints for everybody; whoever adds one decides so here as well. */
  private static final Set<String> OPEN =
      Set.of(
          "GET config /api/v1/public/widgets/{widgetKey}",
          "GET config /api/v1/public/media/{id}/{sha256}",
          "HEAD config /api/v1/public/media/{id}/{sha256}",
          "GET config /api/v1/public/sounds/{preset}",
          "HEAD config /api/v1/public/sounds/{preset}",
          "POST config /api/v1/public/sign-ups",
          "POST config /api/v1/public/sign-ups/{id}/letters",
          "POST config /api/v1/public/sign-ups/lookup",
          "POST config /api/v1/public/sign-ups/confirm",
          "POST config /api/v1/public/invitations/lookup",
          "POST config /api/v1/public/invitations/accept",
          "POST livetalk /api/v1/public/visitor-sessions",
          "POST livetalk /api/v1/public/identities",
          "PUT livetalk /api/v1/public/visitor-data",
          "GET livetalk /api/v1/public/widgets/{widgetKey}/agents",
          "GET livetalk /api/v1/public/widgets/{widgetKey}/availability",
          "POST livetalk /api/v1/public/attachments",
          "GET livetalk /api/v1/public/attachments/{id}/file",
          "GET livetalk /api/v1/public/attachments/{id}/thumbnail",
          "GET livetalk /api/v1/public/conversations/{id}/transcript",
          "POST livetalk /api/v1/public/conversations/{id}/transcript/mails",
          "GET channels /api/v1/public/oauth/{kind}/callback",
          "GET channels /api/v1/public/media/{id}",
          "GET channels /internal/v1/media/{id}",
          "GET channels /api/v1/public/deletions/{code}",
          "POST channels /api/v1/public/facebook/data-deletion",
          "POST channels /api/v1/public/facebook/deauthorize",
          "GET referral /r/{code}");

  /** Bodies that would be taken, where one is looked at before what the path names. */
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("POST livetalk /api/v1/conversations/{id}/agents", id("agentId")),
          Map.entry("POST livetalk /api/v1/conversations/{id}/transfer", id("agentId")),
          Map.entry(
              "POST livetalk /api/v1/conversations/{id}/messages/{sequence}/comment-action",
              "{\"action\": \"hide\"}"),
          Map.entry(
              "POST livetalk /api/v1/conversations/{id}/messages/{sequence}/retry",
              "{\"charged\": false}"),
          Map.entry(
              "POST livetalk /api/v1/conversations/{id}/notes",
              "{\"clientNoteId\": \"" + RANDOM + "\", \"text\": \"x\"}"),
          Map.entry("PUT livetalk /api/v1/conversations/{id}/notes/{noteId}", "{\"text\": \"x\"}"),
          Map.entry(
              "POST livetalk /api/v1/conversations/{id}/messages",
              "{\"clientMessageId\": \"" + RANDOM + "\", \"text\": \"x\"}"),
          Map.entry(
              "PUT livetalk /api/v1/conversations/{id}/snooze",
              "{\"until\": \"2031-01-01T00:00:00Z\"}"),
          Map.entry(
              "POST livetalk /api/v1/conversations/{id}/transcript/mails",
              "{\"email\": \"ai-do@example.test\"}"),
          Map.entry(
              "PUT livetalk /api/v1/labels/{id}", "{\"name\": \"x\", \"color\": \"#7c2d12\"}"),
          Map.entry("PUT livetalk /api/v1/visitors/{id}", "{\"name\": \"x\"}"),
          Map.entry("PUT livetalk /api/v1/visitors/{id}/block", "{\"reason\": \"x\"}"),
          Map.entry(
              "PUT livetalk /api/v1/webhooks/{id}",
              "{\"name\": \"x\", \"url\": \"https://example.test/x\","
                  + " \"events\": [\"message.received\"], \"active\": true}"),
          Map.entry("POST routing /api/v1/queue/{conversationId}/assign", id("agentId")),
          Map.entry(
              "POST channels /api/v1/link-sessions/{id}/choice", "{\"externalIds\": [\"1\"]}"),
          Map.entry(
              "PUT config /api/v1/canned-messages/{id}",
              "{\"name\": \"x\", \"content\": \"x\", \"departmentIds\": [], \"mediaIds\": []}"),
          Map.entry("PATCH config /api/v1/staff/{id}", "{\"name\": \"x\"}"),
          Map.entry(
              "PUT config /api/v1/departments/{id}",
              "{\"name\": \"x\", \"allocationMode\": \"all\", \"passOnSeconds\": 60,"
                  + " \"totalSeconds\": 600, \"agentIds\": [], \"default\": false}"));

  private static final List<String> SCOPES = ApiScopes.ALL;

  private final SuiteUnderTest suite = SuiteUnderTest.get();
  private final SuiteClient client = suite.client();
  private final List<Operation> operations = Operation.all();
  private final List<String> faults = new ArrayList<>();

  private Business business;

  @BeforeEach
  void aBusiness() {
    business = Business.create(suite, 1);
  }

  @Test
  @Rows("GEN-1")
  void everyEndpointKnowsWhoMayCallIt() {
    Map<String, String> tokens = tokens(business);
    tokens.put("operator", suite.operatorToken());

    for (Operation operation : operations) {
      if (operation.open()) {
        check(OPEN.contains(operation.toString()), operation + " is open to everybody");
        continue;
      }
      String path = operation.at(anything(operation));
      expect(401, operation, client.call(operation.method(), null, path, null, null));
      tokens.forEach(
          (role, token) -> {
            if (!operation.roles().contains(role)) {
              int refused = SCOPES.contains(role) ? refusesKeys(operation) : 403;
              expect(refused, operation, client.call(operation.method(), token, path, null, null));
            }
          });
    }

    assertThat(faults).isEmpty();
    assertThat(operations).as("the services' documents").hasSizeGreaterThan(OPEN.size());
  }

  @Test
  @Rows("TEN-3")
  void noEndpointKnowsWhatBelongsToAnotherBusiness() {
    Belongings theirs = Belongings.of(business);
    Business stranger = Business.create(suite, 1);
    Map<String, String> strangers = tokens(stranger);
    List<Operation> named = new ArrayList<>();

    for (Operation operation : operations) {
      if (operation.open() || operation.roles().equals(Set.of("operator"))) {
        continue;
      }
      Map<String, String> ids = ids(operation, theirs);
      String path = operation.at(ids);
      for (String role : operation.roles()) {
        Answer answer =
            client.call(operation.method(), strangers.get(role), path, "\"1\"", body(operation));
        if (COMMON.keySet().containsAll(operation.parameters())) {
          tellsNothing(operation, answer, theirs);
        } else {
          expect(404, operation, answer);
          named.add(operation);
        }
      }
    }

    // All of it was there to be found, and is still there for those whose it is.
    Map<String, String> own = tokens(business);
    for (Operation operation : named) {
      if (operation.method().equals("GET")
          && ELSEWHERE.stream().noneMatch(place -> operation.toString().contains(place))
          && !operation.path().endsWith("/file")) {
        String role = operation.roles().contains("owner") ? "owner" : "agent";
        Answer answer = client.get(own.get(role), operation.at(ids(operation, theirs)));
        expect(200, operation, answer);
      }
    }
    assertThat(faults).isEmpty();
    assertThat(named).hasSizeGreaterThan(30);
  }

  @Test
  @Rows("TEN-3")
  void aVisitorOfAnotherBusinessIsNobody() {
    Belongings theirs = Belongings.of(business);
    Business stranger = Business.create(suite, 1);
    String visitor =
        client
            .post(
                null,
                "/api/livetalk/v1/public/visitor-sessions",
                SuiteClient.object().put("widgetKey", stranger.widgetKey()))
            .successful()
            .body()
            .path("visitorToken")
            .asText();
    String conversation = theirs.at("livetalk /api/v1/conversations");
    String transcript = "/api/livetalk/v1/public/conversations/" + conversation + "/transcript";

    assertThat(client.get(visitor, transcript).status()).isEqualTo(404);
    assertThat(
            client
                .post(
                    visitor,
                    transcript + "/mails",
                    SuiteClient.object().put("email", "ai-do@example.test"))
                .status())
        .isEqualTo(404);
    assertThat(
            client
                .call(
                    "POST",
                    visitor,
                    "/api/livetalk/v1/public/attachments?name=x.png&conversationId=" + conversation,
                    null,
                    null)
                .status())
        .isIn(400, 404, 415);
    for (Operation operation : operations) {
      if (!operation.open()) {
        String path = operation.at(anything(operation));
        expect(401, operation, client.call(operation.method(), visitor, path, null, null));
      }
    }
    assertThat(faults).isEmpty();
  }

  /** Of people by their roles, and keys by their scopes. */
  private Map<String, String> tokens(Business whose) {
    Map<String, String> tokens = new HashMap<>();
    tokens.put("owner", whose.token(whose.owner()));
    tokens.put("agent", whose.token(whose.agents().getFirst()));
    SCOPES.forEach(scope -> tokens.put(scope, whose.key(scope)));
    return tokens;
  }

  /** Where nothing is for keys, nobody knows them. */
  private static int refusesKeys(Operation operation) {
    return operation.service().equals("livetalk") ? 403 : 401;
  }

  private static Map<String, String> anything(Operation operation) {
    Map<String, String> values = new HashMap<>();
    for (String name : operation.parameters()) {
      values.put(name, COMMON.getOrDefault(name, UUID.randomUUID().toString()));
    }
    return values;
  }

  private static Map<String, String> ids(Operation operation, Belongings theirs) {
    Map<String, String> values = new HashMap<>();
    for (String name : operation.parameters()) {
      String before = operation.path().substring(0, operation.path().indexOf("/{" + name + "}"));
      values.put(
          name, COMMON.containsKey(name) ? COMMON.get(name) : known(operation, before, theirs));
    }
    return values;
  }

  private static String known(Operation operation, String before, Belongings theirs) {
    String place = operation.service() + " " + before;
    String id = ELSEWHERE.contains(place) ? RANDOM : theirs.at(place);
    assertThat(id).as("something of a business at %s, for %s", place, operation).isNotNull();
    return id;
  }

  private static JsonNode body(Operation operation) {
    String body = BODIES.get(operation.toString());
    try {
      return body == null ? null : new ObjectMapper().readTree(body);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String id(String name) {
    return "{\"" + name + "\": \"" + RANDOM + "\"}";
  }

  private void tellsNothing(Operation operation, Answer answer, Belongings theirs) {
    check(answer.status() < 500, operation + " was answered " + answer.status());
    String told = answer.text();
    check(!told.contains(Belongings.MARK), operation + " tells a text of another business");
    theirs.all().forEach(id -> check(!told.contains(id), operation + " tells the id " + id));
  }

  private void expect(int status, Operation operation, Answer answer) {
    check(
        answer.status() == status,
        operation + " was answered " + answer.status() + " instead of " + status);
  }

  private void check(boolean right, String fault) {
    if (!right) {
      faults.add(fault);
    }
  }
}
