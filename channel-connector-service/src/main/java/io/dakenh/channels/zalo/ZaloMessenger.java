package io.dakenh.channels.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.channels.event.Nodes;
import io.dakenh.channels.http.Answer;
import io.dakenh.channels.http.CallFailedException;
import io.dakenh.channels.http.Multipart;
import io.dakenh.channels.media.SmallPicture;
import io.dakenh.channels.provider.Fault;
import io.dakenh.channels.provider.Kind;
import io.dakenh.channels.provider.Messenger;
import io.dakenh.channels.provider.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sends consultation messages of an OA. */
@ApplicationScoped
class ZaloMessenger implements Messenger {
  /** Answers that count the free messages to a customer since they last did something. */
  private static final String REPLY_QUOTA = "reply";

  private static final Logger LOG = Logger.getLogger(ZaloMessenger.class);
  private static final int TEXT_LIMIT = 2000;
  private static final long PICTURE_LIMIT = 1024L * 1024;
  private static final long FILE_LIMIT = 5L * 1024 * 1024;
  private static final int UNAUTHORIZED = 401;
  private static final int INVALID_TOKEN = -216;
  private static final int RATE_LIMIT = -32;
  private static final int TYPE_UNSUPPORTED = -233;
  private static final String CONSULTATION = "/v3.0/oa/message/cs";

  private static final Set<String> FILES =
      Set.of(
          "application/pdf",
          "application/msword",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private final ZaloApi api;

  @Inject
  ZaloMessenger(ZaloApi api) {
    this.api = api;
  }

  @Override
  public Kind kind() {
    return Kind.ZALO;
  }

  @Override
  public int textLimit() {
    return TEXT_LIMIT;
  }

  /** What Zalo does not take as a file goes as a link to it. */
  @Override
  public Optional<String> unsendable(String mediaType, long sizeBytes) {
    return Optional.empty();
  }

  @Override
  public Outcome send(Target target, Part part) {
    if (part.file() == null) {
      return message(target, text(target, String.valueOf(part.words())));
    }
    File file = part.file();
    if ("image/gif".equals(file.mediaType()) && file.bytes().length <= FILE_LIMIT) {
      return uploaded(target, "gif", file, file.bytes());
    }
    if (file.mediaType().equals("image/jpeg") || file.mediaType().equals("image/png")) {
      Optional<byte[]> small = SmallPicture.within(file.bytes(), PICTURE_LIMIT);
      if (small.isPresent()) {
        return uploaded(target, "image", file, small.get());
      }
    }
    if (FILES.contains(file.mediaType()) && file.bytes().length <= FILE_LIMIT) {
      return uploaded(target, "file", file, file.bytes());
    }
    return message(target, text(target, file.name() + "\n" + file.link()));
  }

  private Outcome uploaded(Target target, String what, File file, byte[] bytes) {
    Answer answer;
    try {
      answer =
          api.post(
              "/v2.0/oa/upload/" + what,
              target.token(),
              new Multipart().file("file", file.name(), file.mediaType(), bytes));
    } catch (CallFailedException silent) {
      // An upload alone reaches nobody: it may be done again.
      return new Outcome.NotSent(silent.getMessage());
    }
    @Nullable Outcome refused = refusal(answer);
    if (refused != null) {
      return refused instanceof Outcome.Lost lost ? new Outcome.NotSent(lost.reason()) : refused;
    }
    JsonNode data = answer.json().path("data");
    ObjectNode message = ZaloApi.object();
    if ("file".equals(what)) {
      message
          .putObject("attachment")
          .put("type", "file")
          .putObject("payload")
          .put("token", Nodes.text(data, "token", ""));
    } else {
      message
          .putObject("attachment")
          .put("type", "template")
          .putObject("payload")
          .put("template_type", "media")
          .putArray("elements")
          .addObject()
          .put("media_type", what)
          .put("attachment_id", Nodes.text(data, "attachment_id", ""));
    }
    return message(target, message);
  }

  private static ObjectNode text(Target target, String words) {
    ObjectNode message = ZaloApi.object().put("text", words);
    if (target.replyTo() != null) {
      message.put("quote_message_id", target.replyTo());
    }
    return message;
  }

  private Outcome message(Target target, ObjectNode message) {
    ObjectNode body = ZaloApi.object();
    ObjectNode recipient = body.putObject("recipient");
    boolean anonymous = target.conversation() != null;
    if (anonymous) {
      recipient
          .put("anonymous_id", target.customer())
          .put("conversation_id", target.conversation());
    } else {
      recipient.put("user_id", target.customer());
    }
    body.set("message", message);
    boolean old = anonymous && !"file".equals(message.path("attachment").path("type").asText());
    return outcome(() -> api.post(old ? "/v2.0/oa/message" : CONSULTATION, target.token(), body));
  }

  /** Zalo knows no read marks of the OA, and comments are not its business. */
  @Override
  public Outcome act(Target target, String action, String externalId) {
    return "seen".equals(action)
        ? new Outcome.Done("", null, null, Duration.ZERO)
        : new Outcome.Refused(ZaloErrors.of(TYPE_UNSUPPORTED), Duration.ZERO);
  }

  @Override
  public Optional<Profile> profile(String account, String token, String customer) {
    try {
      JsonNode answer =
          api.get("/v3.0/oa/user/detail", token, ZaloApi.object().put("user_id", customer)).json();
      JsonNode data = answer.path("data");
      if (answer.path("error").asInt() != 0 || !data.isObject()) {
        LOG.debugf("no profile: %s", answer.path("error").asText());
        return Optional.empty();
      }
      JsonNode shared = data.path("shared_info");
      String name = Nodes.text(data, "display_name");
      return Optional.of(
          new Profile(
              name == null ? Nodes.text(shared, "name") : name,
              Nodes.text(data.path("avatars"), "240", Nodes.text(data, "avatar", "")),
              data.has("user_is_follower") ? data.path("user_is_follower").asBoolean() : null,
              "0".equals(Nodes.text(shared, "phone")) ? null : Nodes.text(shared, "phone")));
    } catch (CallFailedException silent) {
      LOG.debugf("no profile: %s", silent.getMessage());
      return Optional.empty();
    }
  }

  private static Outcome outcome(Supplier<Answer> call) {
    Answer answer;
    try {
      answer = call.get();
    } catch (CallFailedException silent) {
      return silent.maybeDone()
          ? new Outcome.Lost(silent.getMessage())
          : new Outcome.NotSent(silent.getMessage());
    }
    @Nullable Outcome refused = refusal(answer);
    if (refused != null) {
      return refused;
    }
    JsonNode data = answer.json().path("data");
    JsonNode quota = data.path("quota");
    @Nullable Integer left = quota.has("remain") ? (int) Nodes.number(quota, "remain", 0) : null;
    boolean free = REPLY_QUOTA.equals(quota.path("quota_type").asText());
    return new Outcome.Done(
        Nodes.text(data, "message_id", ""), free ? left : null, free ? null : left, Duration.ZERO);
  }

  /** Null when all is well: failures come with status 200, too. */
  private static @Nullable Outcome refusal(Answer answer) {
    JsonNode body = answer.json();
    if (answer.status() == UNAUTHORIZED) {
      return new Outcome.Refused(ZaloErrors.of(INVALID_TOKEN), Duration.ZERO);
    }
    if (answer.limited()) {
      return new Outcome.Refused(ZaloErrors.of(RATE_LIMIT), Duration.ZERO);
    }
    if (!body.has("error")) {
      return new Outcome.Lost("status " + answer.status());
    }
    int error = body.path("error").asInt();
    if (error == 0) {
      return null;
    }
    Fault fault = ZaloErrors.of(error);
    LOG.infof("Zalo refused: %s", fault.code());
    return new Outcome.Refused(fault, Duration.ZERO);
  }
}
