package io.dakenh.livetalk.socket;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A frame as JSON gives it: anything may be missing. */
record RawFrame(
    @Nullable String type,
    @Nullable String id,
    @Nullable String conversationId,
    @Nullable String clientMessageId,
    @Nullable String clientConversationId,
    @Nullable String departmentId,
    @Nullable String agentId,
    @Nullable String popupId,
    @Nullable String text,
    @Nullable String token,
    @Nullable String state,
    @Nullable Long sequence,
    @Nullable Boolean active,
    @Nullable Boolean offline,
    @Nullable Integer score,
    @Nullable String comment,
    @Nullable List<String> attachmentIds,
    @Nullable Long replyTo,
    @Nullable Boolean charged,
    @Nullable String mode,
    @Nullable String emoji,
    @Nullable String callId,
    @Nullable String media,
    @Nullable String seat,
    @Nullable String to,
    @Nullable Boolean connected,
    @Nullable Boolean microphone,
    @Nullable Boolean camera,
    @Nullable RawDescription description,
    @Nullable RawCandidate candidate,
    @Nullable RawCall call,
    @Nullable RawPage page,
    @Nullable RawVisitor visitor,
    @Nullable RawMessage message,
    @Nullable List<RawPosition> conversations) {

  record RawCall(@Nullable String callId, @Nullable String media) {}

  record RawDescription(@Nullable String type, @Nullable String sdp) {}

  record RawCandidate(
      @Nullable String candidate,
      @Nullable String sdpMid,
      @Nullable Integer sdpMLineIndex,
      @Nullable String usernameFragment) {}

  record RawPage(@Nullable String url, @Nullable String title, @Nullable String referrer) {}

  record RawVisitor(
      @Nullable String name,
      @Nullable String phone,
      @Nullable String email,
      @Nullable Map<String, String> custom) {}

  record RawMessage(@Nullable String clientMessageId, @Nullable String text) {}

  record RawPosition(
      @Nullable String conversationId,
      @Nullable Long epoch,
      @Nullable Long lastSequence,
      @Nullable Long revision) {}
}
