package io.dakenh.livetalk.socket;

import io.dakenh.livetalk.call.CallCommand;
import io.dakenh.livetalk.conversation.OpenConversation;
import io.dakenh.livetalk.message.NewMessage.Additions;
import io.dakenh.livetalk.message.change.MessageChange;
import io.dakenh.livetalk.presence.PresenceState;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A frame from a client, with everything checked that can be checked without the database. */
sealed interface ClientFrame {
  /** Opens a conversation. */
  record Open(String id, OpenConversation request) implements ClientFrame {}

  /** Sends one message; the text is as it will be stored. */
  record Send(
      String id, UUID conversationId, UUID clientMessageId, String text, Additions additions)
      implements ClientFrame {}

  /** Changes a stored message. */
  record Change(String id, MessageChange change) implements ClientFrame {}

  /** Asks for what was missed. */
  record Resume(String id, List<Position> conversations) implements ClientFrame {}

  /**
   * Up to where the client has a conversation.
   *
   * @param revision of the changes it has seen; null when it asks for none
   */
  record Position(UUID conversationId, long epoch, long lastSequence, @Nullable Long revision) {}

  /** Moves the own read mark. */
  record Read(UUID conversationId, long sequence) implements ClientFrame {}

  /** Tells up to where messages have reached this client. */
  record Delivered(UUID conversationId, long sequence) implements ClientFrame {}

  /** Tells that someone types. */
  record Typing(UUID conversationId, boolean active) implements ClientFrame {}

  /** Closes a conversation. */
  record Close(String id, UUID conversationId) implements ClientFrame {}

  /** The visitor is on another page; null for one that is none of the web's. */
  record PageVisited(OpenConversation.@Nullable Page page) implements ClientFrame {}

  /** Rates a conversation that is over. */
  record Rate(String id, UUID conversationId, int score, String comment) implements ClientFrame {}

  /** Declares availability. */
  record Presence(String id, PresenceState state) implements ClientFrame {}

  /** Replaces the token. */
  record Authenticate(String id, String token) implements ClientFrame {}

  /** Does something in a call; signs of life and signals have no id. */
  record Call(@Nullable String id, CallCommand command) implements ClientFrame {}

  /** Asks for a pong. */
  record Ping() implements ClientFrame {}
}
