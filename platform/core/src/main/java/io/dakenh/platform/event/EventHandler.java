package io.dakenh.platform.event;

/** Applies one event, inside the transaction that also remembers the event's id. */
@FunctionalInterface
public interface EventHandler<T extends Record> {
  /** Applies the event. A thrown exception rolls everything back. */
  void apply(ReceivedEvent<T> event);
}
