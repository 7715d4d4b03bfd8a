package io.dakenh.config.staff;

import io.dakenh.config.identity.Identity;
import io.dakenh.platform.problem.ProblemException;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Makes Keycloak follow our documents: name, role, and whether the person may sign in. */
@ApplicationScoped
class IdentityFollows {
  private static final Logger LOG = Logger.getLogger(IdentityFollows.class);

  /** A younger mark is still being worked on by the request that set it. */
  private static final Duration SWEEP_AGE = Duration.ofSeconds(15);

  private final StaffRepository people;
  private final Identity identity;
  private final Clock clock;

  @Inject
  IdentityFollows(StaffRepository people, Identity identity, Clock clock) {
    this.people = people;
    this.identity = identity;
    this.clock = clock;
  }

  /** Tells Keycloak; if it is away now, the sweep tells it later. */
  void tryNow(Staff staff) {
    try {
      tell(staff);
    } catch (ProblemException away) {
      LOG.warnf(away, "Keycloak will follow later: staffId=%s", staff.id);
    }
  }

  private void tell(Staff staff) {
    identity.update(staff.id, staff.name, staff.email, staff.active);
    identity.setRole(staff.id, staff.role);
    people.identityDone(staff);
  }

  @Scheduled(
      every = "${dakenh.config.sweep:10s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void sweep() {
    for (Staff due : people.identityDueBefore(clock.instant().minus(SWEEP_AGE))) {
      tryNow(due);
    }
  }
}
