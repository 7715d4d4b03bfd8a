package io.dakenh.channels.outbound;

import io.dakenh.channels.work.Tidy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Forgets messages that ended long ago; their ids stay known for marks. */
@ApplicationScoped
class OutboundPruner {
  private static final Duration KEPT = Duration.ofDays(8);

  private final Parts parts;
  private final Clock clock;

  @Inject
  OutboundPruner(Parts parts, Clock clock) {
    this.parts = parts;
    this.clock = clock;
  }

  void tidy(@Observes Tidy now) {
    parts.prune(clock.instant().minus(KEPT));
  }
}
