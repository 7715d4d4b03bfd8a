package io.dakenh.livetalk.sequence;

/** The three sequences, named as in the settings. */
enum SequenceKind {
  START("start"),
  NO_REPLY("noReply"),
  OFFLINE("offline");

  private final String code;

  SequenceKind(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }
}
