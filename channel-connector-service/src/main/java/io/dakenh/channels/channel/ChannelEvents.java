package io.dakenh.channels.channel;

import io.dakenh.contracts.channel.ChannelChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.platform.relational.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the suite of a channel, in the transaction that changed it. */
@ApplicationScoped
class ChannelEvents {
  private final Outbox outbox;

  @Inject
  ChannelEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  void changed(Channel channel, @Nullable UUID causationId) {
    outbox.add(
        EventCatalog.CHANNEL_CHANGED,
        channel.id(),
        channel.tenantId(),
        new ChannelChanged(
            channel.tenantId(),
            channel.id(),
            channel.version(),
            channel.kind().code(),
            channel.externalId(),
            channel.name(),
            channel.state().code(),
            channel.changedAt()),
        causationId);
  }
}
