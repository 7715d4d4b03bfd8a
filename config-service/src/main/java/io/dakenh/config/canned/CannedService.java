package io.dakenh.config.canned;

import io.dakenh.config.storage.Documents;
import io.dakenh.config.storage.DuplicateKeyException;
import io.dakenh.config.storage.IdempotencyKeys;
import io.dakenh.config.storage.Indexes;
import io.dakenh.config.text.PlainText;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.web.Preconditions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Creates, changes, deletes and restores canned messages. Unique names and the number of messages
 * are the indexes' business.
 */
@ApplicationScoped
class CannedService {
  /** How long a deletion can be undone; a little longer than screens offer it. */
  private static final Duration UNDO = Duration.ofSeconds(75);

  /** Deleted messages stay until nobody can be restoring them any more. */
  private static final Duration KEPT = Duration.ofMinutes(10);

  private static final int TRIES = 40;

  private final CannedRepository messages;
  private final CannedRules rules;
  private final Documents documents;
  private final IdempotencyKeys idempotency;
  private final Indexes indexes;
  private final Clock clock;

  @Inject
  CannedService(
      CannedRepository messages,
      CannedRules rules,
      Documents documents,
      IdempotencyKeys idempotency,
      Indexes indexes,
      Clock clock) {
    this.messages = messages;
    this.rules = rules;
    this.documents = documents;
    this.idempotency = idempotency;
    this.indexes = indexes;
    this.clock = clock;
  }

  CannedMessage create(
      UUID tenantId, @Nullable CannedBody body, @Nullable String key, UUID actorId) {
    indexes.require();
    IdempotencyKeys.Reservation reserved =
        idempotency.reserve(tenantId.toString(), "canned-message", key, String.valueOf(body));
    Optional<CannedMessage> earlier =
        reserved.repeated() ? messages.find(tenantId, reserved.id()) : Optional.empty();
    if (earlier.isPresent()) {
      return earlier.get();
    }
    try {
      CannedMessage message = new CannedMessage();
      message.id = reserved.id();
      message.tenantId = tenantId;
      rules.check(tenantId, body).applyTo(message);
      return insert(message, actorId);
    } catch (ProblemException refused) {
      idempotency.forget(tenantId.toString(), "canned-message", key);
      throw refused;
    }
  }

  private CannedMessage insert(CannedMessage message, UUID actorId) {
    return placed(
        message,
        () ->
            documents.insert(
                messages.mongoCollection(),
                message,
                entries -> {
                  CannedEvents.changed(entries, message);
                  entries.audit("canned-message.created", actorId, message.id, Set.of());
                }));
  }

  /**
   * Runs a write that takes the message's name and a place. The index says only that something was
   * taken: a name that is taken is told to the caller, for a place there is another one.
   */
  private CannedMessage placed(CannedMessage message, Supplier<CannedMessage> write) {
    for (int attempt = 0; ; attempt++) {
      message.place = messages.freePlace(message.tenantId).orElseThrow(CannedService::limitReached);
      try {
        return write.get();
      } catch (DuplicateKeyException taken) {
        // Two requests with one key: the other was faster and made the very same message.
        Optional<CannedMessage> same = messages.find(message.tenantId, message.id);
        if (same.isPresent()) {
          return same.get();
        }
        if (messages.nameTaken(message.tenantId, message.nameKey)) {
          throw nameTaken();
        }
        if (attempt >= TRIES) {
          throw taken;
        }
      }
    }
  }

  CannedMessage replace(
      UUID tenantId, UUID id, @Nullable String ifMatch, @Nullable CannedBody body, UUID actorId) {
    indexes.require();
    long expected = Preconditions.expectedVersion(ifMatch);
    CannedMessage loaded = messages.require(tenantId, id);
    if (loaded.version != expected) {
      throw Preconditions.stale();
    }
    CannedRules.Checked checked = rules.check(tenantId, body);
    try {
      return documents.change(
          messages.mongoCollection(),
          loaded,
          checked::applyTo,
          edited -> {
            CannedEvents.changed(edited.entries(), edited.after());
            edited.entries().audit("canned-message.changed", actorId, id, edited.fields());
          });
    } catch (DuplicateKeyException taken) {
      throw nameTaken();
    }
  }

  void delete(UUID tenantId, UUID id, @Nullable String ifMatch, UUID actorId) {
    long expected = Preconditions.expectedVersion(ifMatch);
    CannedMessage loaded = messages.require(tenantId, id);
    if (loaded.version != expected) {
      throw Preconditions.stale();
    }
    bury(loaded, actorId);
  }

  /** Deletes those of the ids that exist; the others are gone already. */
  List<UUID> deleteAll(UUID tenantId, Collection<UUID> ids, UUID actorId) {
    List<UUID> deleted = new ArrayList<>();
    for (UUID id : new LinkedHashSet<>(ids)) {
      CannedMessage buried =
          documents.retrying(
              () -> messages.find(tenantId, id).orElse(null), message -> bury(message, actorId));
      if (buried != null) {
        deleted.add(id);
      }
    }
    return deleted;
  }

  private CannedMessage bury(CannedMessage loaded, UUID actorId) {
    Instant now = Documents.now(clock);
    return documents.change(
        messages.mongoCollection(),
        loaded,
        message -> hide(message, now),
        edited -> {
          CannedEvents.changed(edited.entries(), edited.after());
          edited.entries().audit("canned-message.deleted", actorId, loaded.id, Set.of());
        });
  }

  /**
   * What became of restoring some messages.
   *
   * @param items those that are back
   * @param failed those that are not, each with why
   */
  record Restored(List<CannedView> items, List<NotRestored> failed) {}

  /** A message that stays deleted. */
  record NotRestored(UUID id, String code) {}

  Restored restore(UUID tenantId, Collection<UUID> ids, UUID actorId) {
    indexes.require();
    List<CannedView> items = new ArrayList<>();
    List<NotRestored> failed = new ArrayList<>();
    for (UUID id : new LinkedHashSet<>(ids)) {
      try {
        items.add(CannedView.of(restore(tenantId, id, actorId)));
      } catch (ProblemException refused) {
        failed.add(new NotRestored(id, refused.code()));
      }
    }
    return new Restored(items, failed);
  }

  private CannedMessage restore(UUID tenantId, UUID id, UUID actorId) {
    Optional<CannedMessage> buried = messages.restorable(tenantId, id, clock.instant().minus(UNDO));
    if (buried.isEmpty()) {
      // Asked twice, it is back already.
      return messages.require(tenantId, id);
    }
    CannedMessage wanted = new CannedMessage();
    wanted.id = id;
    wanted.tenantId = tenantId;
    wanted.name = buried.get().name;
    show(wanted, "");
    return placed(
        wanted,
        () ->
            documents.change(
                messages.mongoCollection(),
                buried.get(),
                message -> show(message, wanted.place),
                edited -> {
                  CannedEvents.changed(edited.entries(), edited.after());
                  edited.entries().audit("canned-message.restored", actorId, id, Set.of());
                }));
  }

  /** A deleted message frees its name and its place. */
  private static void hide(CannedMessage message, Instant now) {
    message.deleted = true;
    message.deletedAt = now;
    message.nameKey = "deleted " + message.id;
    message.place = "deleted " + message.id;
  }

  private static void show(CannedMessage message, String freePlace) {
    message.deleted = false;
    message.deletedAt = null;
    message.nameKey = PlainText.nameKey(message.name);
    message.place = freePlace;
  }

  static ProblemException nameTaken() {
    return ProblemException.conflict(
        "canned-message-name-exists", "Another canned message has this name already.");
  }

  static ProblemException limitReached() {
    return ProblemException.rule(
        "canned-message-limit-reached",
        "A business has at most " + CannedRules.MOST + " canned messages.");
  }

  @Scheduled(
      every = "${dakenh.config.sweep:10s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void sweep() {
    messages.purge(clock.instant().minus(KEPT));
  }
}
