package io.dakenh.livetalk.message;

/** Words for the codes of the statement. */
final class Refusals {
  private Refusals() {}

  static SendOutcome.Refused of(String code) {
    return new SendOutcome.Refused(
        code,
        switch (code) {
          case "conversation-not-found" -> "There is no such conversation.";
          case "not-a-participant" -> "You do not take part in this conversation.";
          case "client-message-id-reused" ->
              "This clientMessageId was used for another message of this conversation.";
          case "conversation-answered" -> "An agent has answered in the meantime.";
          case "visitor-blocked" -> "You cannot write here at the moment.";
          case "reply-not-found" -> "There is no such message to answer.";
          case "attachment-not-found" ->
              "A file is not there: not uploaded to this conversation by you, or sent already.";
          case "conversation-closed" -> "This conversation is closed.";
          default -> throw new IllegalStateException("no such refusal: " + code);
        });
  }
}
