package io.dakenh.config.tenant;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Does what follows from changes of tenants: at once by whoever made the change, later by the sweep
 * if that process died.
 */
@ApplicationScoped
public class FollowUps {
  /** A younger one is still being worked on by the request that added it. */
  private static final Duration SWEEP_AGE = Duration.ofSeconds(30);

  private final TenantRepository tenants;
  private final Map<String, FollowUpHandler> handlers;
  private final Clock clock;

  @Inject
  FollowUps(TenantRepository tenants, @All List<FollowUpHandler> handlers, Clock clock) {
    this.tenants = tenants;
    this.handlers =
        handlers.stream().collect(Collectors.toMap(FollowUpHandler::kind, Function.identity()));
    this.clock = clock;
  }

  /** Does what is to be done for one tenant now. */
  public void settle(UUID tenantId) {
    settle(tenantId, null);
  }

  /**
   * Does what is to be done for one tenant now.
   *
   * @param changed whose document the caller has just written. A check of an owner is noted before
   *     that person's document changes, so that nobody but the one who changes it may run it, until
   *     it is old enough to have been left behind
   */
  public void settle(UUID tenantId, @Nullable UUID changed) {
    Instant leftBehind = clock.instant().minus(SWEEP_AGE);
    Optional<Tenant> tenant = tenants.findByIdOptional(tenantId);
    for (FollowUp due : tenant.map(t -> new ArrayList<>(t.followUps)).orElseGet(ArrayList::new)) {
      if (due.kind().equals(FollowUp.CHECK_OWNER)
          && !due.target().equals(changed)
          && due.since().isAfter(leftBehind)) {
        continue;
      }
      FollowUpHandler handler = handlers.get(due.kind());
      if (handler == null) {
        throw new IllegalStateException("nobody handles follow-up " + due.kind());
      }
      handler.run(tenantId, due.target());
      tenants.removeFollowUp(tenantId, due);
    }
  }

  @Scheduled(
      every = "${dakenh.config.sweep:10s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void sweep() {
    for (UUID tenantId : tenants.withFollowUpsBefore(clock.instant().minus(SWEEP_AGE))) {
      settle(tenantId);
    }
  }
}
