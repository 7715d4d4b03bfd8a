package io.dakenh.livetalk.sequence;

import java.time.Instant;

/** Something a look led to, besides sending. */
sealed interface Change {
  SequenceKind kind();

  /** A sequence began. */
  record Armed(SequenceKind kind, Instant at, String reason) implements Change {}

  /** A running sequence ended before its end. */
  record Cancelled(SequenceKind kind, Cause cause) implements Change {}

  /** Why a sequence began. */
  String CONVERSATION_CREATED = "conversation-created";

  /** Why a sequence began. */
  String VISITOR_WAITS = "visitor-waits";

  /** Why a sequence ended. */
  enum Cause {
    AGENT_REPLY("agent-reply"),
    CLOSE("close"),
    AGENTS_ONLINE("agents-online"),
    AGENTS_OFFLINE("agents-offline"),
    SWITCHED_OFF("switched-off");

    private final String code;

    Cause(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }
}
