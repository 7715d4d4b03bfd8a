package io.dakenh.platform.event;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;

/** Makes one {@link EventInbox} per consumer group. */
@ApplicationScoped
public class EventInboxes {
  private final InboxTransaction inbox;
  private final DeadLetters deadLetters;
  private final CountDownLatch stopping = new CountDownLatch(1);

  @Inject
  EventInboxes(InboxTransaction inbox, DeadLetters deadLetters) {
    this.inbox = inbox;
    this.deadLetters = deadLetters;
  }

  /**
   * Inbox of one consumer group; the group's name is part of what is remembered, so keep it stable.
   */
  public EventInbox forGroup(String group) {
    return new EventInbox(group, inbox, deadLetters, stopping);
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }
}
