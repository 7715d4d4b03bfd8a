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
          case "channel-unlinked" -> "This Page or OA is not linked any more.";
          case "reconnect-required" -> "The owner has to log in to this Page or OA again.";
          case "channel-paused" -> "This channel is paused.";
          case "text-too-long" -> "The provider takes no text that long.";
          case "window-closed" -> "The time to answer is over; the customer has to write first.";
          case "charged-consent-needed" -> "This message costs money: please agree first.";
          case "private-reply-used" -> "This comment can be answered in private no more.";
          case "mode-not-available" -> "Only a comment is answered in private.";
          case "recipient-unreachable", "charged-unavailable", "channel-restricted" ->
              "The provider takes no message to this customer at the moment.";
          default -> "The provider takes no message here at the moment.";
        });
  }
}
