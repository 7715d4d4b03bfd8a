package io.dakenh.channels.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.channels.event.Nodes;
import io.dakenh.channels.provider.Linker.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Pages of a person: their own, those of their businesses, and those they ticked in the dialog
 * but that no list names.
 */
@ApplicationScoped
class FacebookPages {
  private static final String FIELDS = "id,name,access_token,category,tasks,picture{url}";
  private static final int MOST = 50;

  private final Graph graph;

  @Inject
  FacebookPages(Graph graph) {
    this.graph = graph;
  }

  /**
   * All of them.
   *
   * @param facts of the token: which Pages were ticked
   */
  List<Account> of(String userToken, JsonNode facts) {
    Map<String, Account> found = new LinkedHashMap<>();
    collect(found, userToken, "me/accounts", FIELDS);
    for (JsonNode business : list(userToken, "me/businesses", "id,name")) {
      String id = Nodes.text(business, "id", "");
      collect(found, userToken, id + "/owned_pages", FIELDS);
      collect(found, userToken, id + "/client_pages", FIELDS);
    }
    for (JsonNode scope : facts.path("granular_scopes")) {
      for (String page : Nodes.texts(scope, "target_ids")) {
        if (!found.containsKey(page) && found.size() < MOST) {
          JsonNode one = graph.get(page, userToken, Map.of("fields", FIELDS)).json();
          if (Nodes.text(one, "id") != null) {
            found.put(page, account(one));
          }
        }
      }
    }
    return List.copyOf(found.values());
  }

  private void collect(Map<String, Account> found, String token, String path, String fields) {
    for (JsonNode page : list(token, path, fields)) {
      String id = Nodes.text(page, "id", "");
      if (!id.isEmpty()) {
        found.putIfAbsent(id, account(page));
      }
    }
  }

  /** All items of a list, following its cursors; a refused list is empty. */
  private List<JsonNode> list(String token, String path, String fields) {
    List<JsonNode> all = new ArrayList<>();
    @Nullable String after = null;
    for (int page = 0; page < MOST; page++) {
      Map<String, String> parameters = new HashMap<>(Map.of("fields", fields, "limit", "100"));
      if (after != null) {
        parameters.put("after", after);
      }
      JsonNode answer = graph.get(path, token, parameters).json();
      answer.path("data").forEach(all::add);
      after = Nodes.text(answer.path("paging").path("cursors"), "after");
      if (after == null || !answer.path("paging").has("next")) {
        break;
      }
    }
    return all;
  }

  private static Account account(JsonNode page) {
    List<String> tasks = Nodes.texts(page, "tasks");
    String token = Nodes.text(page, "access_token");
    boolean messaging = tasks.contains("MESSAGING") || tasks.contains("MODERATE");
    boolean managing =
        tasks.contains("MANAGE") || tasks.contains("CREATE_CONTENT") || tasks.contains("MODERATE");
    @Nullable String reason =
        token == null ? "permission-missing" : messaging && managing ? null : "tasks-missing";
    return new Account(
        Nodes.text(page, "id", ""),
        Nodes.text(page, "name", "Facebook"),
        Nodes.text(page.path("picture").path("data"), "url"),
        token,
        null,
        null,
        reason);
  }
}
