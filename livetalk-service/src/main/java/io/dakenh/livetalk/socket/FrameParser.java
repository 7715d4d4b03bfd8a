package io.dakenh.livetalk.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dakenh.livetalk.call.Media;
import io.dakenh.livetalk.conversation.OpenConversation;
import io.dakenh.livetalk.conversation.OpenConversation.FirstMessage;
import io.dakenh.livetalk.message.MessageText;
import io.dakenh.livetalk.message.NewMessage.Additions;
import io.dakenh.livetalk.message.NewMessage.Manner;
import io.dakenh.livetalk.message.change.Emoji;
import io.dakenh.livetalk.message.change.MessageChange;
import io.dakenh.livetalk.party.PartyKind;
import io.dakenh.livetalk.presence.PresenceState;
import io.dakenh.livetalk.socket.ClientFrame.Position;
import io.dakenh.livetalk.socket.RawFrame.RawMessage;
import io.dakenh.livetalk.socket.RawFrame.RawPage;
import io.dakenh.livetalk.socket.RawFrame.RawPosition;
import io.dakenh.livetalk.socket.RawFrame.RawVisitor;
import io.dakenh.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads frames and checks their fields; each side has the types of docs/socket-protocol.md. */
final class FrameParser {
  private static final int LONGEST_ID = 64;
  private static final int UUID_LENGTH = 36;
  private static final int MOST_POSITIONS = 100;
  private static final int MOST_STARS = 5;
  private static final int LONGEST_COMMENT = 1_000;
  private static final int MOST_ATTACHMENTS = 10;

  private static final ObjectReader READER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(RawFrame.class);

  private FrameParser() {}

  static ClientFrame parse(String text, PartyKind from) throws FrameException {
    RawFrame raw = read(text);
    if (raw.type() == null) {
      throw new FrameException(raw.id(), "malformed-frame", "A frame needs a type.");
    }
    try {
      ClientFrame frame = common(raw);
      if (frame == null) {
        frame = from == PartyKind.VISITOR ? ofVisitor(raw) : ofAgent(raw);
      }
      if (frame == null) {
        throw new FrameException(
            raw.id(), "unknown-frame-type", "This type of frame is not known here.");
      }
      return frame;
    } catch (ProblemException refused) {
      throw new FrameException(usable(raw.id()), refused.code(), detail(refused));
    }
  }

  private static RawFrame read(String text) throws FrameException {
    try {
      RawFrame raw = READER.readValue(text);
      if (raw != null) {
        return raw;
      }
    } catch (JsonMappingException wrongShape) {
      throw new FrameException(
          null, "malformed-frame", "A field of this frame has the wrong type.");
    } catch (JsonProcessingException notJson) {
      throw new FrameException(null, "malformed-frame", "A frame is one JSON object.");
    }
    throw new FrameException(null, "malformed-frame", "A frame is one JSON object.");
  }

  private static @Nullable ClientFrame common(RawFrame raw) {
    if (raw.type() != null && raw.type().startsWith("call-")) {
      return CallFrames.parse(raw);
    }
    return switch (raw.type()) {
      case "send" -> send(raw);
      case "edit" ->
          new ClientFrame.Change(
              id(raw),
              new MessageChange.Edit(
                  uuid("/conversationId", raw.conversationId()),
                  atLeastOne("/sequence", raw.sequence()),
                  MessageText.acceptEmpty(required("/text", raw.text()))));
      case "delete" ->
          new ClientFrame.Change(
              id(raw),
              new MessageChange.Delete(
                  uuid("/conversationId", raw.conversationId()),
                  atLeastOne("/sequence", raw.sequence())));
      case "react" ->
          new ClientFrame.Change(
              id(raw),
              new MessageChange.React(
                  uuid("/conversationId", raw.conversationId()),
                  atLeastOne("/sequence", raw.sequence()),
                  Emoji.one("/emoji", raw.emoji()),
                  required("/active", raw.active())));
      case "resume" -> new ClientFrame.Resume(id(raw), positions(raw.conversations()));
      case "read" ->
          new ClientFrame.Read(
              uuid("/conversationId", raw.conversationId()),
              atLeastZero("/sequence", raw.sequence()));
      case "delivered" ->
          new ClientFrame.Delivered(
              uuid("/conversationId", raw.conversationId()),
              atLeastZero("/sequence", raw.sequence()));
      case "typing" ->
          new ClientFrame.Typing(
              uuid("/conversationId", raw.conversationId()), required("/active", raw.active()));
      case "close" -> new ClientFrame.Close(id(raw), uuid("/conversationId", raw.conversationId()));
      case "authenticate" -> new ClientFrame.Authenticate(id(raw), required("/token", raw.token()));
      case "ping" -> new ClientFrame.Ping();
      case null, default -> null;
    };
  }

  /** Files may say it all; a message without either is refused. */
  private static ClientFrame send(RawFrame raw) {
    List<String> ids = raw.attachmentIds() == null ? List.of() : raw.attachmentIds();
    if (ids.size() > MOST_ATTACHMENTS) {
      throw ProblemException.invalid(
          "/attachmentIds", "size", "At most " + MOST_ATTACHMENTS + " files.");
    }
    List<UUID> attachments = new ArrayList<>(ids.size());
    for (int i = 0; i < ids.size(); i++) {
      UUID attachment = uuid("/attachmentIds/" + i, ids.get(i));
      if (attachments.contains(attachment)) {
        throw ProblemException.invalid("/attachmentIds/" + i, "duplicate", "Named twice.");
      }
      attachments.add(attachment);
    }
    Long replyTo = raw.replyTo();
    Manner manner = manner(raw);
    return new ClientFrame.Send(
        id(raw),
        uuid("/conversationId", raw.conversationId()),
        uuid("/clientMessageId", raw.clientMessageId()),
        attachments.isEmpty()
            ? MessageText.accept(required("/text", raw.text()))
            : MessageText.acceptEmpty(raw.text() == null ? "" : raw.text()),
        attachments.isEmpty() && replyTo == null && manner.equals(Manner.USUAL)
            ? Additions.NONE
            : new Additions(
                List.copyOf(attachments),
                replyTo == null ? null : atLeastOne("/replyTo", replyTo),
                manner));
  }

  private static Manner manner(RawFrame raw) {
    String mode = raw.mode();
    if (mode != null && !mode.equals("private")) {
      throw ProblemException.invalid("/mode", "unknown", "There is only private.");
    }
    boolean charged = Boolean.TRUE.equals(raw.charged());
    return charged || mode != null ? new Manner(charged, mode != null) : Manner.USUAL;
  }

  private static @Nullable ClientFrame ofVisitor(RawFrame raw) {
    return switch (raw.type()) {
      case "open" -> new ClientFrame.Open(id(raw), opening(raw));
      case "page" -> {
        RawPage page = required("/page", raw.page());
        yield new ClientFrame.PageVisited(
            OpenConversation.Page.of(page.url(), page.title(), page.referrer()));
      }
      case "rate" ->
          new ClientFrame.Rate(
              id(raw),
              uuid("/conversationId", raw.conversationId()),
              score(raw.score()),
              comment(raw.comment()));
      case null, default -> null;
    };
  }

  private static @Nullable ClientFrame ofAgent(RawFrame raw) {
    return "presence".equals(raw.type())
        ? new ClientFrame.Presence(id(raw), PresenceState.declared(raw.state()))
        : null;
  }

  private static int score(@Nullable Integer score) {
    if (score == null || score < 1 || score > MOST_STARS) {
      throw ProblemException.invalid("/score", "range", "From 1 to " + MOST_STARS + ".");
    }
    return score;
  }

  private static String comment(@Nullable String comment) {
    String text = comment == null ? "" : comment.strip();
    if (text.codePointCount(0, text.length()) > LONGEST_COMMENT) {
      throw ProblemException.invalid(
          "/comment", "size", "At most " + LONGEST_COMMENT + " characters.");
    }
    return text.isEmpty() ? "" : MessageText.accept(text);
  }

  private static OpenConversation opening(RawFrame raw) {
    RawPage page = raw.page();
    RawVisitor visitor = raw.visitor();
    RawMessage message = raw.message();
    return new OpenConversation(
        uuid("/clientConversationId", raw.clientConversationId()),
        new OpenConversation.Choice(
            raw.departmentId() == null ? null : uuid("/departmentId", raw.departmentId()),
            raw.agentId() == null ? null : uuid("/agentId", raw.agentId()),
            popup(raw.popupId())),
        page == null ? null : OpenConversation.Page.of(page.url(), page.title(), page.referrer()),
        visitor == null
            ? OpenConversation.Person.UNKNOWN
            : OpenConversation.Person.of(
                visitor.name(), visitor.phone(), visitor.email(), visitor.custom()),
        message == null
            ? null
            : new FirstMessage(
                uuid("/message/clientMessageId", message.clientMessageId()),
                MessageText.accept(required("/message/text", message.text()))),
        Boolean.TRUE.equals(raw.offline()),
        raw.call() == null
            ? null
            : new OpenConversation.FirstCall(
                uuid("/call/callId", raw.call().callId()), Media.told(raw.call().media())));
  }

  private static List<Position> positions(@Nullable List<RawPosition> raw) {
    if (raw == null || raw.size() > MOST_POSITIONS) {
      throw ProblemException.invalid(
          "/conversations", "size", "Up to " + MOST_POSITIONS + " conversations.");
    }
    List<Position> positions = new ArrayList<>(raw.size());
    for (int i = 0; i < raw.size(); i++) {
      String pointer = "/conversations/" + i;
      RawPosition one = required(pointer, raw.get(i));
      positions.add(
          new Position(
              uuid(pointer + "/conversationId", one.conversationId()),
              atLeastZero(pointer + "/epoch", one.epoch()),
              atLeastZero(pointer + "/lastSequence", one.lastSequence()),
              one.revision() == null ? null : atLeastZero(pointer + "/revision", one.revision())));
    }
    return positions;
  }

  static String id(RawFrame raw) {
    String id = usable(raw.id());
    if (id == null) {
      throw ProblemException.invalid("/id", "size", "1 to " + LONGEST_ID + " characters.");
    }
    return id;
  }

  private static @Nullable String usable(@Nullable String id) {
    return id == null || id.isEmpty() || id.length() > LONGEST_ID ? null : id;
  }

  static <T> T required(String pointer, @Nullable T value) {
    if (value == null) {
      throw ProblemException.invalid(pointer, "not-null", "Missing.");
    }
    return value;
  }

  private static long atLeastZero(String pointer, @Nullable Long value) {
    if (value == null || value < 0) {
      throw ProblemException.invalid(pointer, "min", "A number, at least 0.");
    }
    return value;
  }

  private static long atLeastOne(String pointer, @Nullable Long value) {
    if (value == null || value < 1) {
      throw ProblemException.invalid(pointer, "min", "A number, at least 1.");
    }
    return value;
  }

  static UUID uuid(String pointer, @Nullable String value) {
    if (value != null && value.length() == UUID_LENGTH) {
      try {
        return UUID.fromString(value);
      } catch (IllegalArgumentException malformed) {
        throw ProblemException.invalid(pointer, "uuid", "Not a UUID.");
      }
    }
    throw ProblemException.invalid(pointer, "uuid", "Not a UUID.");
  }

  /**
   * What cannot be the id of a popup is none: whoever forges one gets a conversation without it.
   */
  private static @Nullable UUID popup(@Nullable String value) {
    try {
      return value == null || value.length() != UUID_LENGTH ? null : UUID.fromString(value);
    } catch (IllegalArgumentException forged) {
      return null;
    }
  }

  /** Which field, for whoever writes a client. */
  private static String detail(ProblemException refused) {
    return refused.errors().isEmpty()
        ? refused.detail()
        : refused.errors().getFirst().pointer() + ": " + refused.errors().getFirst().detail();
  }
}
