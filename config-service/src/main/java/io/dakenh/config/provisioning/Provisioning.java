package io.dakenh.config.provisioning;

import io.dakenh.config.identity.EmailTakenException;
import io.dakenh.config.identity.FirstPassword;
import io.dakenh.config.identity.Identity;
import io.dakenh.config.identity.NewPerson;
import io.dakenh.config.storage.Documents;
import io.dakenh.platform.problem.ProblemException;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries out jobs: person in Keycloak, organization, membership, role, then our documents.
 * Whatever fails leaves the job; whoever takes it next repeats the step at fault and goes on.
 */
@ApplicationScoped
class Provisioning {
  private static final Logger LOG = Logger.getLogger(Provisioning.class);
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final ProvisioningRepository jobs;
  private final ProvisionedDocuments provisioned;
  private final Identity identity;
  private final Clock clock;
  private final UUID self = UUID.randomUUID();

  @Inject
  Provisioning(
      ProvisioningRepository jobs,
      ProvisionedDocuments provisioned,
      Identity identity,
      Clock clock) {
    this.jobs = jobs;
    this.provisioned = provisioned;
    this.identity = identity;
    this.clock = clock;
  }

  /**
   * Writes the job down, or takes up the one that exists under this id, and carries it out.
   *
   * @return the person's id, empty when someone else is working on it right now
   */
  Optional<UUID> run(ProvisioningJob wanted, FirstPassword password) {
    Instant now = Documents.now(clock);
    wanted.holder = self;
    wanted.createdAt = now;
    wanted.leaseUntil = now.plus(LEASE);
    ProvisioningJob job =
        jobs.add(wanted) ? wanted : jobs.take(wanted.id, self, now, now.plus(LEASE)).orElse(null);
    if (job == null) {
      return Optional.empty();
    }
    return Optional.of(carryOut(job, password));
  }

  /** Forgets a job that never got anywhere. */
  private void drop(ProvisioningJob job) {
    jobs.deleteById(job.id);
  }

  private UUID carryOut(ProvisioningJob job, FirstPassword password) {
    try {
      if (job.personId == null) {
        NewPerson person = new NewPerson(job.personName, job.email, password, job.locale, job.id);
        jobs.personMade(job, identity.createPerson(person));
      }
    } catch (ProblemException refused) {
      if (refused.kind().temporary()) {
        jobs.leave(job);
      } else {
        drop(job);
      }
      throw refused;
    } catch (EmailTakenException taken) {
      drop(job);
      throw taken;
    }
    return carryOn(job);
  }

  /** Everything after the sign-in exists; needs no password. */
  private UUID carryOn(ProvisioningJob job) {
    UUID personId = Objects.requireNonNull(job.personId);
    try {
      String organizationId = job.organizationId;
      if (organizationId == null) {
        organizationId = identity.ensureOrganization(job.tenantId, String.valueOf(job.tenantName));
        jobs.organizationMade(job, organizationId);
      }
      identity.ensureMember(organizationId, personId);
      identity.setRole(personId, job.role);
      provisioned.make(job, personId, organizationId);
      jobs.deleteById(job.id);
      return personId;
    } catch (RuntimeException failed) {
      leave(job, failed);
      throw failed;
    }
  }

  private void leave(ProvisioningJob job, RuntimeException because) {
    try {
      jobs.leave(job);
    } catch (RuntimeException alsoAway) {
      because.addSuppressed(alsoAway);
    }
  }

  @Scheduled(
      every = "${dakenh.config.sweep:10s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void sweep() {
    for (UUID id : jobs.abandoned(clock.instant())) {
      Instant now = Documents.now(clock);
      jobs.take(id, self, now, now.plus(LEASE)).ifPresent(this::resume);
    }
  }

  /** Goes on with what a dead process left. */
  private void resume(ProvisioningJob job) {
    LOG.infof("taking up the provisioning of a %s: tenantId=%s", job.kind, job.tenantId);
    FirstPassword kept = job.keptPassword();
    if (kept != null) {
      resume(job, kept);
      return;
    }
    try {
      @Nullable UUID personId = job.personId;
      if (personId == null) {
        personId = identity.findPerson(job.email, job.id).orElse(null);
        if (personId == null) {
          LOG.infof("nothing was made yet, dropping it: tenantId=%s", job.tenantId);
          drop(job);
          return;
        }
        jobs.personMade(job, personId);
      }
    } catch (RuntimeException away) {
      LOG.warnf(away, "provisioning waits: tenantId=%s", job.tenantId);
      leave(job, away);
      return;
    }
    try {
      carryOn(job);
    } catch (RuntimeException failed) {
      LOG.warnf(failed, "provisioning waits: tenantId=%s", job.tenantId);
    }
  }

  /** Nothing of it is known to its caller only. */
  private void resume(ProvisioningJob job, FirstPassword kept) {
    try {
      carryOut(job, kept);
    } catch (EmailTakenException taken) {
      LOG.infof("somebody else was faster, dropped: tenantId=%s", job.tenantId);
    } catch (RuntimeException failed) {
      LOG.warnf(failed, "provisioning waits: tenantId=%s", job.tenantId);
    }
  }
}
