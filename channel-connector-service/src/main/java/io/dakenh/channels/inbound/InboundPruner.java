package io.dakenh.channels.inbound;

import io.dakenh.channels.ChannelsConfig;
import io.dakenh.channels.work.Tidy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Forgets keys of events that nobody repeats any more. */
@ApplicationScoped
class InboundPruner {
  private final InboundEvents events;
  private final ChannelsConfig config;

  @Inject
  InboundPruner(InboundEvents events, ChannelsConfig config) {
    this.events = events;
    this.config = config;
  }

  void tidy(@Observes Tidy now) {
    events.prune(config.webhooks().keepKeys());
  }
}
