package io.dakenh.channels.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.channels.event.Nodes;
import io.dakenh.channels.http.Answer;
import io.dakenh.channels.http.CallFailedException;
import io.dakenh.channels.http.Multipart;
import io.dakenh.channels.provider.Fault;
import io.dakenh.channels.provider.Kind;
import io.dakenh.channels.provider.Messenger;
import io.dakenh.channels.provider.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Sends through the Messenger Platform, and to comments under posts. */
@ApplicationScoped
class FacebookMessenger implements Messenger {
  private static final Logger LOG = Logger.getLogger(FacebookMessenger.class);
  private static final int TEXT_LIMIT = 2000;
  private static final int RATE_LIMIT = 613;
  private static final long FILE_LIMIT = 25L * 1024 * 1024;

  private final Graph graph;

  @Inject
  FacebookMessenger(Graph graph) {
    this.graph = graph;
  }

  @Override
  public Kind kind() {
    return Kind.FACEBOOK;
  }

  @Override
  public int textLimit() {
    return TEXT_LIMIT;
  }

  @Override
  public Optional<String> unsendable(String mediaType, long sizeBytes) {
    return sizeBytes > FILE_LIMIT ? Optional.of("attachment-too-large") : Optional.empty();
  }

  @Override
  public Outcome send(Target target, Part part) {
    if (target.mode() == Mode.PUBLIC) {
      return outcome(() -> comment(target, part), "id");
    }
    return outcome(() -> message(target, part), "message_id");
  }

  private Answer comment(Target target, Part part) {
    String path = target.comment() + "/comments";
    if (part.file() != null) {
      return graph.post(
          path,
          target.token(),
          new Multipart()
              .file("source", part.file().name(), part.file().mediaType(), part.file().bytes()));
    }
    return graph.post(path, target.token(), Graph.object().put("message", part.words()));
  }

  private Answer message(Target target, Part part) {
    ObjectNode recipient = recipient(target);
    ObjectNode message = Graph.object().put("metadata", target.correlation());
    String path = target.account() + "/messages";
    if (part.file() != null) {
      message
          .putObject("attachment")
          .put("type", type(part.file().mediaType()))
          .putObject("payload")
          .put("is_reusable", false);
      Multipart body =
          new Multipart()
              .field("recipient", recipient.toString())
              .field("message", message.toString())
              .field("messaging_type", messagingType(target));
      if (target.permission() == Permission.HUMAN_AGENT) {
        body.field("tag", "HUMAN_AGENT");
      }
      body.file("filedata", part.file().name(), part.file().mediaType(), part.file().bytes());
      return graph.post(path, target.token(), body);
    }
    message.put("text", part.words());
    ObjectNode body = Graph.object();
    body.set("recipient", recipient);
    body.put("messaging_type", messagingType(target));
    if (target.permission() == Permission.HUMAN_AGENT) {
      body.put("tag", "HUMAN_AGENT");
    }
    body.set("message", message);
    return graph.post(path, target.token(), body);
  }

  private static ObjectNode recipient(Target target) {
    ObjectNode recipient = Graph.object();
    if (target.mode() == Mode.PRIVATE) {
      return recipient.put("comment_id", target.comment());
    }
    if (target.customer().startsWith(FacebookMessages.BY_REFERENCE)) {
      return recipient.put(
          "user_ref", target.customer().substring(FacebookMessages.BY_REFERENCE.length()));
    }
    return recipient.put("id", target.customer());
  }

  private static String messagingType(Target target) {
    return target.permission() == Permission.HUMAN_AGENT ? "MESSAGE_TAG" : "RESPONSE";
  }

  private static String type(String mediaType) {
    String main = mediaType.substring(0, Math.max(0, mediaType.indexOf('/')));
    return switch (main) {
      case "image", "audio", "video" -> main;
      default -> "file";
    };
  }

  @Override
  public Outcome act(Target target, String action, String externalId) {
    return switch (action) {
      case "seen" -> {
        ObjectNode body = Graph.object();
        body.set("recipient", recipient(target));
        body.put("sender_action", "mark_seen");
        yield outcome(
            () -> graph.post(target.account() + "/messages", target.token(), body), "recipient_id");
      }
      case "hide", "show" ->
          outcome(
              () ->
                  graph.post(
                      externalId,
                      target.token(),
                      Graph.object().put("is_hidden", "hide".equals(action))),
              "id");
      case "like" ->
          outcome(() -> graph.post(externalId + "/likes", target.token(), Map.of()), "id");
      case "unlike" -> outcome(() -> graph.delete(externalId + "/likes", target.token()), "id");
      case "delete" -> outcome(() -> graph.delete(externalId, target.token()), "id");
      default -> throw new IllegalArgumentException("no such action: " + action);
    };
  }

  @Override
  public Optional<Profile> profile(String account, String token, String customer) {
    if (customer.startsWith(FacebookMessages.BY_REFERENCE)) {
      return Optional.empty();
    }
    try {
      JsonNode person =
          graph
              .get(customer, token, Map.of("fields", "first_name,last_name,name,profile_pic"))
              .json();
      if (person.has("error") || !person.isObject()) {
        LOG.debugf("no profile: %s", person.path("error").path("code").asText());
        return Optional.empty();
      }
      String whole =
          (Nodes.text(person, "last_name", "") + " " + Nodes.text(person, "first_name", ""))
              .strip();
      String name = Nodes.text(person, "name");
      return Optional.of(
          new Profile(
              name == null && !whole.isEmpty() ? whole : name,
              Nodes.text(person, "profile_pic"),
              null,
              null));
    } catch (CallFailedException silent) {
      LOG.debugf("no profile: %s", silent.getMessage());
      return Optional.empty();
    }
  }

  private static Outcome outcome(Supplier<Answer> call, String idField) {
    Answer answer;
    try {
      answer = call.get();
    } catch (CallFailedException silent) {
      return silent.maybeDone()
          ? new Outcome.Lost(silent.getMessage())
          : new Outcome.NotSent(silent.getMessage());
    }
    JsonNode body = answer.json();
    JsonNode error = body.path("error");
    Duration pause = Usage.pause(answer);
    if (error.isObject()) {
      Fault fault = GraphErrors.of(error);
      LOG.infof("Graph refused: %s, fbtrace_id %s", fault.code(), Nodes.text(error, "fbtrace_id"));
      return new Outcome.Refused(fault, pause);
    }
    if (answer.limited()) {
      return new Outcome.Refused(GraphErrors.of(RATE_LIMIT, 0, true), pause);
    }
    if (answer.status() == 200 && body.isObject()) {
      return new Outcome.Done(Nodes.text(body, idField, ""), null, null, pause);
    }
    return new Outcome.Lost("status " + answer.status());
  }
}
