package io.dakenh.config.sequence;

/**
 * Something that happens in the conversation that is played through.
 *
 * @param atSeconds since the conversation was created
 */
record Occurrence(int atSeconds, Kind kind) {
  /** What can happen. */
  enum Kind {
    AGENTS_ONLINE("agents-online"),
    AGENTS_OFFLINE("agents-offline"),
    VISITOR_MESSAGE("visitor-message"),
    AGENT_REPLY("agent-reply"),
    CLOSE("close");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }
}
