package io.dakenh.channels.inbound;

import io.dakenh.channels.thread.ChannelThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Marks and changes that came before the message they are about was known. */
@ApplicationScoped
public class ParkedChanges {
  private final InboundChanges changes;

  @Inject
  ParkedChanges(InboundChanges changes) {
    this.changes = changes;
  }

  /** Applies what waited for a message, in the current transaction. */
  public void settle(ChannelThread thread, String externalId) {
    changes.settle(thread, externalId);
  }
}
