package io.dakenh.platform.event;

/** The broker did not acknowledge; nothing was lost, the events are still in the outbox. */
public class EventSendException extends RuntimeException {
  /** With the reason the broker's client gave. */
  public EventSendException(String message, Throwable cause) {
    super(message, cause);
  }
}
