package io.dakenh.livetalk.channel;

import com.fasterxml.jackson.annotation.JsonValue;

/** What the business may do to a comment under its posts. */
enum CommentAction {
  HIDE("hide"),
  SHOW("show"),
  LIKE("like"),
  UNLIKE("unlike"),
  DELETE("delete");

  private final String code;

  CommentAction(String code) {
    this.code = code;
  }

  /** As in requests and events. */
  @JsonValue
  String code() {
    return code;
  }
}
