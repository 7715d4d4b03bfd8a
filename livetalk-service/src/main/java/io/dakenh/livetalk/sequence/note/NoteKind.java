package io.dakenh.livetalk.sequence.note;

/** What a note is about. */
public enum NoteKind {
  /** A visitor waits for an answer from now on. */
  WAITING("waiting"),
  /** A conversation has to be looked at. */
  CONVERSATION("conversation"),
  /** A person's presence or activity changed. */
  AGENT("agent"),
  /** A department's people changed. */
  DEPARTMENT("department"),
  /** The business's automatic messages changed. */
  SETTINGS("settings");

  private final String code;

  NoteKind(String code) {
    this.code = code;
  }

  /** As it stands in rows. */
  public String code() {
    return code;
  }

  /** The kind of a row. */
  public static NoteKind of(String code) {
    for (NoteKind kind : values()) {
      if (kind.code.equals(code)) {
        return kind;
      }
    }
    throw new IllegalStateException("no such kind of note: " + code);
  }
}
