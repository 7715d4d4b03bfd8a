package io.dakenh.livetalk.call;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a browser wants of a call. */
public sealed interface CallCommand {
  /** The call. */
  UUID callId();

  /** Begins one; the id is the client's, so that beginning twice begins once. */
  record Start(UUID callId, UUID conversationId, Media media) implements CallCommand {}

  /** Takes a place in it with this tab: joins, or comes back. */
  record Join(UUID callId) implements CallCommand {}

  /** Does not want to join. */
  record Decline(UUID callId) implements CallCommand {}

  /** Hangs up. */
  record Leave(UUID callId) implements CallCommand {}

  /** Asks a colleague in. */
  record Invite(UUID callId, UUID agentId) implements CallCommand {}

  /** Goes on with pictures, or without. */
  record Switch(UUID callId, Media media) implements CallCommand {}

  /**
   * Is still there.
   *
   * @param connected whether media flows
   */
  record Beat(UUID callId, UUID seat, boolean connected, boolean microphone, boolean camera)
      implements CallCommand {}

  /**
   * Something for another browser.
   *
   * @param seat of the sender
   * @param to seat of the receiver
   */
  record Signal(UUID callId, UUID seat, UUID to, SignalData data) implements CallCommand {}

  /**
   * What two browsers tell each other to find a way; exactly one of the two is there.
   *
   * @param description a session description
   * @param candidate an address to try
   */
  record SignalData(@Nullable Description description, @Nullable Candidate candidate) {}

  /** A session description. */
  record Description(String type, String sdp) {}

  /** An ICE candidate; empty for "no more". */
  record Candidate(
      String candidate,
      @Nullable String sdpMid,
      @Nullable Integer sdpMLineIndex,
      @Nullable String usernameFragment) {}
}
