package io.dakenh.livetalk.webhook;

import java.util.List;

/** What an endpoint can be told of. */
final class WebhookEvents {
  static final String CONVERSATION_OPENED = "conversation.opened";
  static final String CONVERSATION_CLOSED = "conversation.closed";
  static final String CONVERSATION_REOPENED = "conversation.reopened";
  static final String CONVERSATION_RATED = "conversation.rated";

  /** By a visitor. */
  static final String MESSAGE_RECEIVED = "message.received";

  /** By the business: an agent, an automatic message, a key. */
  static final String MESSAGE_SENT = "message.sent";

  static final String CALL_ENDED = "call.ended";

  /** Only when the owner asks for it. */
  static final String TEST = "test";

  /** Those to choose from, in the order screens show them. */
  static final List<String> ALL =
      List.of(
          CONVERSATION_OPENED,
          CONVERSATION_CLOSED,
          CONVERSATION_REOPENED,
          CONVERSATION_RATED,
          MESSAGE_RECEIVED,
          MESSAGE_SENT,
          CALL_ENDED);

  private WebhookEvents() {}
}
