package io.dakenh.e2e.suite;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.devstack.suite.SuiteClient;
import io.dakenh.devstack.suite.SuiteSocket;
import io.dakenh.e2e.samples.Pictures;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** One of everything that a business can have, by the path under which it is found. */
public final class Belongings {
  /** Stands in every text of it. */
  public static final String MARK = "Bí mật của cửa hàng";

  private static final Duration SOON = Duration.ofSeconds(30);

  private final SuiteClient client;
  private final String owner;
  private final String agent;
  private final Map<String, String> ids = new HashMap<>();

  private Belongings(Business business) {
    this.client = business.suite().client();
    this.owner = business.token(business.owner());
    this.agent = business.token(business.agents().getFirst());
  }

  /** Makes them, all in use: a visitor has written, an agent has been asked. */
  public static Belongings of(Business business) {
    Belongings made = new Belongings(business);
    made.configure(business);
    made.talk(business);
    return made;
  }

  /** Id of what stands at this prefix of a path, such as {@code livetalk /api/v1/labels}. */
  public String at(String servicePrefix) {
    return ids.get(servicePrefix);
  }

  /** Every id, none of which another business may see. */
  public Iterable<String> all() {
    return ids.values();
  }

  private void configure(Business business) {
    ids.put("config /api/v1/departments", business.defaultDepartment());
    ids.put("config /api/v1/staff", business.agents().getFirst().id());
    ids.put(
        "config /api/v1/canned-messages",
        create(
            "/api/config/v1/canned-messages",
            SuiteClient.object().put("name", MARK).put("content", MARK)));
    ids.put(
        "livetalk /api/v1/labels",
        create(
            "/api/livetalk/v1/labels",
            SuiteClient.object().put("name", MARK).put("color", "#7c2d12")));
    ids.put("livetalk /api/v1/conversations/{id}/labels", at("livetalk /api/v1/labels"));
    ids.put(
        "config /api/v1/media",
        client
            .upload(
                owner,
                "/api/config/v1/media?purpose=image&fileName=bi-mat.png",
                Pictures.png(64, 64))
            .successful()
            .body()
            .path("id")
            .asText());
    ObjectNode key = SuiteClient.object().put("name", MARK);
    key.putArray("scopes").add("reports:read");
    ids.put("config /api/v1/api-keys", create("/api/config/v1/api-keys", key));
    ObjectNode webhook =
        SuiteClient.object().put("name", MARK).put("url", "http://127.0.0.1:9/bi-mat");
    webhook.putArray("events").add("call.ended");
    String webhookId = create("/api/livetalk/v1/webhooks", webhook);
    ids.put("livetalk /api/v1/webhooks", webhookId);
    ids.put(
        "livetalk /api/v1/webhooks/{id}/deliveries",
        create("/api/livetalk/v1/webhooks/" + webhookId + "/test", SuiteClient.object()));
    ids.put(
        "channels /api/v1/link-sessions",
        create(
            "/api/channels/v1/link-sessions",
            SuiteClient.object().put("kind", "zalo").put("returnPath", "/settings/channels")));
  }

  private void talk(Business business) {
    List<JsonNode> seen = new CopyOnWriteArrayList<>();
    JsonNode session =
        client
            .post(
                null,
                "/api/livetalk/v1/public/visitor-sessions",
                SuiteClient.object().put("widgetKey", business.widgetKey()))
            .successful()
            .body();
    ids.put("livetalk /api/v1/visitors", session.path("visitorId").asText());
    try (SuiteSocket desk = SuiteSocket.open(client, "/ws/agent", agent, seen::add);
        SuiteSocket visitor =
            SuiteSocket.open(
                client, "/ws/visitor", session.path("visitorToken").asText(), frame -> {})) {
      ObjectNode opening =
          SuiteClient.object()
              .put("type", "open")
              .put("clientConversationId", UUID.randomUUID().toString());
      opening
          .putObject("message")
          .put("clientMessageId", UUID.randomUUID().toString())
          .put("text", MARK);
      String conversation = visitor.call(opening).path("conversationId").asText();
      await("the agent to be asked").atMost(SOON).until(() -> seen.stream().anyMatch(this::asks));
      JsonNode asked = seen.stream().filter(this::asks).findFirst().orElseThrow();
      ids.put("routing /api/v1/offers", asked.path("offer").path("id").asText());
      ids.put("livetalk /api/v1/conversations", conversation);
      ids.put("routing /api/v1/conversations", conversation);
      ids.put("routing /api/v1/queue", conversation);
      ids.put(
          "livetalk /api/v1/conversations/{id}/notes",
          create(
              "/api/livetalk/v1/conversations/" + conversation + "/notes",
              SuiteClient.object()
                  .put("clientNoteId", UUID.randomUUID().toString())
                  .put("text", MARK)));
      ids.put(
          "livetalk /api/v1/personal-data-jobs",
          create(
              "/api/livetalk/v1/visitors/" + at("livetalk /api/v1/visitors") + "/export",
              SuiteClient.object()));
    }
  }

  private boolean asks(JsonNode frame) {
    return frame.path("type").asText().equals("offer");
  }

  private String create(String path, ObjectNode body) {
    return client.post(owner, path, body).successful().body().path("id").asText();
  }
}
