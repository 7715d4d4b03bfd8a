package io.dakenh.livetalk.audit;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.AuditRecorded;
import io.dakenh.platform.relational.outbox.Outbox;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reports in the transaction of what it tells about. */
@ApplicationScoped
public class Audit {
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  Audit(Outbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Somebody did something.
   *
   * @param actorId null for the suite itself
   * @param fields names of what it was about, never values
   */
  public void record(
      UUID tenantId, String action, String target, @Nullable UUID actorId, List<String> fields) {
    UUID entryId = Ids.next();
    outbox.add(
        EventCatalog.AUDIT_RECORDED,
        entryId,
        tenantId,
        new AuditRecorded(
            tenantId,
            entryId,
            action,
            target,
            actorId,
            fields,
            clock.instant().truncatedTo(ChronoUnit.MILLIS)));
  }
}
