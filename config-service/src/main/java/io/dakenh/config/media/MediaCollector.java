package io.dakenh.config.media;

import io.dakenh.config.storage.Documents;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Removes uploads that nothing has named for a day.
 *
 * <p>It must never remove one that is being named right now, and there is no transaction over the
 * two documents. So whoever is about to name an upload first notes the time in it ({@link
 * MediaLibrary#claim}); an unnamed upload is condemned only while that time is still the one seen
 * before the search for references, and a condemned one can be claimed no more. Removing takes the
 * bytes first and the document last: after a crash the document is still there and says what is
 * left to do.
 */
@ApplicationScoped
class MediaCollector {
  private static final Logger LOG = Logger.getLogger(MediaCollector.class);
  private static final Duration UNUSED = Duration.ofDays(1);

  /** Longer than any upload takes. */
  private static final Duration STORING = Duration.ofHours(1);

  private final MediaRepository repository;
  private final MediaStore store;
  private final List<MediaReferences> references;
  private final Clock clock;

  @Inject
  MediaCollector(
      MediaRepository repository,
      MediaStore store,
      @All List<MediaReferences> references,
      Clock clock) {
    this.repository = repository;
    this.store = store;
    this.references = references;
    this.clock = clock;
  }

  @Scheduled(
      every = "${dakenh.config.media.sweep:10m}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void collect() {
    Instant now = Documents.now(clock);
    Map<UUID, List<Media>> unused =
        repository.unusedSince(now.minus(UNUSED)).stream()
            .collect(Collectors.groupingBy(media -> media.tenantId));
    unused.forEach((tenantId, candidates) -> judge(tenantId, candidates, now));
    for (Media left : repository.leftBehind(now.minus(STORING))) {
      if (left.state.equals(Media.CONDEMNED) || repository.condemn(left)) {
        store.remove(left.id);
        repository.forget(left.id);
        LOG.debugf("collected upload %s of %s", left.id, left.tenantId);
      }
    }
  }

  private void judge(UUID tenantId, List<Media> candidates, Instant now) {
    Set<UUID> ids = candidates.stream().map(media -> media.id).collect(Collectors.toSet());
    Set<UUID> named = new HashSet<>();
    for (MediaReferences place : references) {
      named.addAll(place.namedAmong(tenantId, ids));
    }
    for (Media candidate : candidates) {
      if (named.contains(candidate.id)) {
        repository.used(tenantId, candidate.id, now);
      } else {
        repository.condemn(candidate);
      }
    }
  }
}
