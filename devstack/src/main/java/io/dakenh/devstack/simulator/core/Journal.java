package io.dakenh.devstack.simulator.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What was asked and what was delivered, the newest some thousand. Nothing here is a secret. */
public final class Journal {
  private static final int MOST = 5000;

  private final Deque<JsonNode> requests = new ArrayDeque<>();
  private final Deque<JsonNode> deliveries = new ArrayDeque<>();

  void asked(Request request, int status) {
    ObjectNode line = Request.JSON.createObjectNode();
    line.put("method", request.method()).put("path", request.path()).put("status", status);
    line.set("query", Request.JSON.valueToTree(request.query()));
    if (!request.multipart()) {
      line.put("body", request.text());
    }
    add(requests, line);
  }

  void delivered(String provider, String url, int attempt, int status, String body) {
    add(
        deliveries,
        Request.JSON
            .createObjectNode()
            .put("provider", provider)
            .put("url", url)
            .put("attempt", attempt)
            .put("status", status)
            .put("body", body));
  }

  /** Requests whose path contains a text. */
  public synchronized List<JsonNode> requests(String containing) {
    return requests.stream().filter(one -> one.path("path").asText().contains(containing)).toList();
  }

  /** Deliveries. */
  public synchronized List<JsonNode> deliveries() {
    return new ArrayList<>(deliveries);
  }

  /** Forgets everything. */
  public synchronized void clear() {
    requests.clear();
    deliveries.clear();
  }

  private synchronized void add(Deque<JsonNode> list, JsonNode line) {
    list.addLast(line);
    if (list.size() > MOST) {
      list.removeFirst();
    }
  }
}
