package io.dakenh.livetalk.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The frames the server sends, as docs/socket-protocol.md names them; each is encoded once for all
 * who get it.
 */
public final class Frames {
  private static final ObjectWriter WRITER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build()
          .writer();

  /** Answer to a ping. */
  public static final String PONG = "{\"type\":\"pong\"}";

  private Frames() {}

  /** A frame the server may send. */
  @JsonPropertyOrder("type")
  public sealed interface ServerFrame {
    /** Name of the frame's kind. */
    @JsonProperty
    String type();
  }

  /** The first frame of a socket. */
  public record Ready(
      UUID connectionId,
      Instant serverTime,
      int pingSeconds,
      Me me,
      List<?> conversations,
      @Nullable List<?> offers,
      @Nullable Boolean blocked,
      @Nullable List<?> calls,
      @Nullable String callsOff)
      implements ServerFrame {
    @Override
    public String type() {
      return "ready";
    }
  }

  /** Who the socket belongs to. */
  public record Me(String kind, UUID id, String name) {}

  /** A request was done. */
  public record Ack(
      String id,
      @Nullable UUID conversationId,
      @Nullable UUID clientMessageId,
      @Nullable Long epoch,
      @Nullable Long sequence,
      @Nullable Long lastSequence,
      @Nullable Instant sentAt)
      implements ServerFrame {
    @Override
    public String type() {
      return "ack";
    }

    /** An answer without fields. */
    public static Ack of(String id) {
      return new Ack(id, null, null, null, null, null, null);
    }
  }

  /** A place in a call, with the servers to use. */
  public record CallSeat(String id, UUID callId, UUID seat, Object ice) implements ServerFrame {
    @Override
    public String type() {
      return "ack";
    }
  }

  /** A call as it stands now. */
  public record CallChanged(Object call) implements ServerFrame {
    @Override
    public String type() {
      return "call";
    }
  }

  /**
   * From one browser in a call to another.
   *
   * @param from seat of the sender
   * @param to seat of the receiver: other tabs of the same person leave it alone
   */
  public record CallSignal(
      UUID callId, UUID from, UUID to, @Nullable Object description, @Nullable Object candidate)
      implements ServerFrame {
    @Override
    public String type() {
      return "call-signal";
    }
  }

  /**
   * Whether calls can be made.
   *
   * @param off why not; null: they can
   */
  public record CallsOff(@Nullable String off) implements ServerFrame {
    @Override
    public String type() {
      return "calls";
    }
  }

  /** A request was refused. */
  public record Failure(@Nullable String id, String code, String message, boolean temporary)
      implements ServerFrame {
    @Override
    public String type() {
      return "error";
    }
  }

  /** One new message. */
  public record NewMessage(UUID conversationId, long epoch, Object message) implements ServerFrame {
    @Override
    public String type() {
      return "message";
    }
  }

  /**
   * What a resume asked for, or a part of it.
   *
   * @param changes messages the client holds and that were changed since, as they stand now
   * @param revision the client has seen all changes up to this one
   */
  public record Messages(
      UUID conversationId,
      long epoch,
      List<?> messages,
      boolean more,
      @Nullable List<?> changes,
      long revision)
      implements ServerFrame {
    @Override
    public String type() {
      return "messages";
    }
  }

  /** A message was edited or deleted, or someone reacted to it. */
  public record MessageChanged(UUID conversationId, long epoch, long revision, Object message)
      implements ServerFrame {
    @Override
    public String type() {
      return "message-changed";
    }
  }

  /** The gap cannot be filled here. */
  public record Reload(UUID conversationId, long epoch) implements ServerFrame {
    @Override
    public String type() {
      return "reload";
    }
  }

  /** A conversation as its reader sees it. */
  public record Conversation(Object conversation) implements ServerFrame {
    @Override
    public String type() {
      return "conversation";
    }
  }

  /** The agent may see the conversation no more. */
  public record ConversationGone(UUID conversationId) implements ServerFrame {
    @Override
    public String type() {
      return "conversation-gone";
    }
  }

  /** Someone types, or stopped. */
  public record Typing(UUID conversationId, Me participant, boolean active) implements ServerFrame {
    @Override
    public String type() {
      return "typing";
    }
  }

  /** Messages up to here have reached a client of this person, who may not have read them. */
  public record Delivered(UUID conversationId, Reader participant, long sequence)
      implements ServerFrame {
    @Override
    public String type() {
      return "delivered";
    }
  }

  /** A reader's mark moved. */
  public record Read(UUID conversationId, Reader participant, long sequence)
      implements ServerFrame {
    @Override
    public String type() {
      return "read";
    }
  }

  /** Whose mark moved. */
  public record Reader(String kind, UUID id) {}

  /** The agent is asked to take a conversation. */
  public record Offer(Object offer) implements ServerFrame {
    @Override
    public String type() {
      return "offer";
    }
  }

  /** An offer ended. */
  public record OfferResolved(
      UUID offerId, UUID conversationId, String outcome, @Nullable Named acceptedBy)
      implements ServerFrame {
    @Override
    public String type() {
      return "offer-resolved";
    }
  }

  /** A colleague. */
  public record Named(UUID id, String name) {}

  /** A colleague's presence changed. */
  public record Presence(UUID agentId, String state) implements ServerFrame {
    @Override
    public String type() {
      return "presence";
    }
  }

  /**
   * A conversation went to the queue, told to owners.
   *
   * @param reason as in the event of routing
   */
  public record Waiting(UUID conversationId, UUID departmentId, String reason)
      implements ServerFrame {
    @Override
    public String type() {
      return "waiting";
    }
  }

  /**
   * What the business published changed.
   *
   * @param section for desks: what to load again; null for widgets: their document
   */
  public record SettingsChanged(long version, @Nullable String section) implements ServerFrame {
    @Override
    public String type() {
      return "settings-changed";
    }
  }

  /** A private note or activity, new or changed; agents only. */
  public record Note(UUID conversationId, Object note) implements ServerFrame {
    @Override
    public String type() {
      return "note";
    }
  }

  /** A colleague mentioned the agent in a note. */
  public record Mention(
      UUID conversationId, UUID noteId, Named by, String visitorName, String text, Instant at)
      implements ServerFrame {
    @Override
    public String type() {
      return "mention";
    }
  }

  /** The visitor went to another page; agents only. */
  public record PageVisited(UUID conversationId, Object page) implements ServerFrame {
    @Override
    public String type() {
      return "page";
    }
  }

  /** The visitor may write, or may not; to visitors. */
  public record Blocked(boolean active) implements ServerFrame {
    @Override
    public String type() {
      return "blocked";
    }
  }

  /** This replica is about to stop. */
  public record Reconnect(long afterMilliseconds) implements ServerFrame {
    @Override
    public String type() {
      return "reconnect";
    }
  }

  /** JSON of a frame. */
  public static String encode(ServerFrame frame) {
    try {
      return WRITER.writeValueAsString(frame);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("cannot encode " + frame.type(), impossible);
    }
  }
}
