package io.dakenh.livetalk.party;

import com.fasterxml.jackson.annotation.JsonValue;

/** The two sides of a conversation; owners who answer count as agents. */
public enum PartyKind {
  VISITOR("visitor"),
  AGENT("agent");

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
