package io.dakenh.livetalk.socket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A frame as JSON gives it: anything may be missing. */
record RawFrame(
    @Nullable String type,
    @Nullable String id,
    @Nullable String conversationId,
    @Nullable String clientMessageId,
    @Nullable String clientConversationId,
    @Nullable String departmentId,
    @Nullable String text,
    @Nullable String token,
    @Nullable String state,
    @Nullable Long sequence,
    @Nullable Boolean active,
    @Nullable RawPage page,
    @Nullable RawVisitor visitor,
    @Nullable RawMessage message,
    @Nullable List<RawPosition> conversations) {

  record RawPage(@Nullable String url, @Nullable String title, @Nullable String referrer) {}

  record RawVisitor(@Nullable String name, @Nullable String phone, @Nullable String email) {}

  record RawMessage(@Nullable String clientMessageId, @Nullable String text) {}

  record RawPosition(
      @Nullable String conversationId, @Nullable Long epoch, @Nullable Long lastSequence) {}
}
