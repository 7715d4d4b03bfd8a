package io.dakenh.livetalk.party;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Who speaks in a conversation: its two sides (owners who answer count as agents), and the business
 * itself with automatic messages.
 */
public enum PartyKind {
  VISITOR("visitor"),
  AGENT("agent"),
  SYSTEM("system");

  private final String code;

  PartyKind(String code) {
    this.code = code;
  }

  /** As it stands in frames, rows and events. */
  @JsonValue
  public String code() {
    return code;
  }
}
