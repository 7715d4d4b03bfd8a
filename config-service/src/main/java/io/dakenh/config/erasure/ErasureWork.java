package io.dakenh.config.erasure;

import io.dakenh.config.erasure.Erasure.Part;
import io.dakenh.config.erasure.Erasure.Thing;
import io.dakenh.config.identity.Departure;
import io.dakenh.config.storage.Documents;
import io.dakenh.contracts.erasure.TenantErasureRequested;
import io.dakenh.contracts.event.EventCatalog;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Does this service's and the identity server's part, and finishes when everybody has answered.
 * Whatever fails is left to the next sweep, on any replica.
 */
@ApplicationScoped
class ErasureWork {
  private static final Logger LOG = Logger.getLogger(ErasureWork.class);
  private static final Duration LEASE = Duration.ofMinutes(2);

  /** Whoever has not answered by then is asked again. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final ErasureRepository erasures;
  private final ErasedCollections collections;
  private final Departure departure;
  private final Documents documents;
  private final Clock clock;

  @Inject
  ErasureWork(
      ErasureRepository erasures,
      ErasedCollections collections,
      Departure departure,
      Documents documents,
      Clock clock) {
    this.erasures = erasures;
    this.collections = collections;
    this.departure = departure;
    this.documents = documents;
    this.clock = clock;
  }

  /** Does not wait for the sweep. */
  void soon(UUID id) {
    Thread.ofVirtual().name("erasure").start(() -> work(id));
  }

  @Scheduled(
      every = "${dakenh.config.sweep:10s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void sweep() {
    erasures.unfinished().forEach(this::work);
  }

  void work(UUID id) {
    Instant now = Documents.now(clock);
    erasures.take(id, now, now.plus(LEASE)).ifPresent(this::carryOn);
  }

  private void carryOn(Erasure erasure) {
    try {
      if (!erasure.answered(Erasure.IDENTITY)) {
        leaveIdentity(erasure);
      }
      if (!erasure.answered(Erasure.CONFIG)) {
        emptyCollections(erasure);
      }
      finish(erasures.require(erasure.id));
    } catch (RuntimeException failed) {
      LOG.warnf("an erasure waits: tenantId=%s %s", erasure.tenantId, failed.toString());
    } finally {
      erasures.leave(erasure.id);
    }
  }

  private void leaveIdentity(Erasure erasure) {
    List<UUID> people = departure.members(erasure.organizationId);
    while (!people.isEmpty()) {
      erasures.note(erasure.id, people);
      people.forEach(person -> departure.remove(erasure.organizationId, person));
      people = departure.members(erasure.organizationId);
    }
    departure.close(erasure.organizationId);
    long count = erasures.require(erasure.id).people.size();
    answer(
        erasure,
        Erasure.IDENTITY,
        List.of(new Thing("organization", 1), new Thing("person", count)));
  }

  private void emptyCollections(Erasure erasure) {
    List<Thing> found = erasures.noteFound(erasure.id, collections.count(erasure.tenantId)).found;
    if (collections.empty(erasure.tenantId)) {
      answer(erasure, Erasure.CONFIG, found);
    }
  }

  private void answer(Erasure erasure, String service, List<Thing> things) {
    erasures.answer(
        erasure.id, erasure.tenantId, new Part(service, things, List.of(), Documents.now(clock)));
  }

  private void finish(Erasure erasure) {
    if (!erasure.missing().isEmpty()) {
      askAgain(erasure);
      return;
    }
    // What came while the services were at it.
    if (!collections.empty(erasure.tenantId) || !collections.forget(erasure.tenantId)) {
      return;
    }
    documents.retrying(
        () -> erasures.require(erasure.id),
        loaded ->
            documents.change(
                erasures.mongoCollection(),
                loaded,
                edit -> {
                  edit.completedAt = Documents.now(clock);
                  edit.name = null;
                  edit.people = List.of();
                },
                edited ->
                    edited
                        .entries()
                        .audit("tenant.erased", erasure.requestedBy, erasure.tenantId, Set.of())));
    LOG.infof("a business is erased: tenantId=%s", erasure.tenantId);
  }

  private void askAgain(Erasure erasure) {
    if (erasure.askedAt.plus(PATIENCE).isAfter(clock.instant())) {
      return;
    }
    LOG.warnf("asking again: tenantId=%s %s", erasure.tenantId, erasure.missing());
    documents.retrying(
        () -> erasures.require(erasure.id),
        loaded ->
            documents.change(
                erasures.mongoCollection(),
                loaded,
                edit -> edit.askedAt = Documents.now(clock),
                edited ->
                    edited
                        .entries()
                        .event(
                            EventCatalog.TENANT_ERASURE_REQUESTED,
                            erasure.tenantId,
                            new TenantErasureRequested(
                                erasure.tenantId, erasure.id, erasure.requestedAt))));
  }
}
