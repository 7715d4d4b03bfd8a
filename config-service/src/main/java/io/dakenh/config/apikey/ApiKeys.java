package io.dakenh.config.apikey;

import io.dakenh.config.storage.Documents;
import io.dakenh.config.storage.DuplicateKeyException;
import io.dakenh.config.storage.Entries;
import io.dakenh.config.storage.Indexes;
import io.dakenh.config.text.BodyCheck;
import io.dakenh.contracts.config.ApiKeyChanged;
import io.dakenh.contracts.config.ApiScopes;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import io.dakenh.platform.time.Ids;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes and revokes keys. */
@ApplicationScoped
class ApiKeys {
  /** How many good keys a business may have. */
  static final int MOST = 20;

  /** How long owners see a key that was revoked. */
  static final Duration KEPT = Duration.ofDays(90);

  private static final int NAME_LENGTH = 80;
  private static final Duration LONGEST = Duration.ofDays(3_653);
  private static final int TRIES = 40;

  private final ApiKeyRepository keys;
  private final Documents documents;
  private final Indexes indexes;
  private final Clock clock;

  @Inject
  ApiKeys(ApiKeyRepository keys, Documents documents, Indexes indexes, Clock clock) {
    this.keys = keys;
    this.documents = documents;
    this.indexes = indexes;
    this.clock = clock;
  }

  /**
   * A key that was just made.
   *
   * @param secret the key itself, known to nobody once this is forgotten
   */
  record Made(ApiKey key, String secret) {
    /** Never in a log. */
    @Override
    public String toString() {
      return "key " + key.id;
    }
  }

  Made make(UUID tenantId, @Nullable ApiKeyBody body, UUID actorId) {
    indexes.require();
    ApiKey key = checked(body);
    NewKey made = NewKey.make();
    key.id = Ids.next();
    key.tenantId = tenantId;
    key.handle = made.handle();
    key.hash = made.hash();
    key.createdBy = actorId;
    return new Made(placed(key), made.key());
  }

  /** Several at once may want the same place; then there is another one, or none is left. */
  private ApiKey placed(ApiKey key) {
    for (int attempt = 0; ; attempt++) {
      key.place = keys.freePlace(key.tenantId).orElseThrow(ApiKeys::limitReached);
      try {
        return documents.insert(
            keys.mongoCollection(),
            key,
            entries -> {
              announce(entries, key);
              entries.audit("api-key.created", key.createdBy, key.id, Set.of());
            });
      } catch (DuplicateKeyException taken) {
        if (attempt >= TRIES) {
          throw taken;
        }
      }
    }
  }

  /** From now on it is good for nothing; revoking it again changes nothing. */
  ApiKey revoke(UUID tenantId, UUID id, UUID actorId) {
    Instant now = Documents.now(clock);
    ApiKey revoked =
        documents.retrying(
            () -> keys.find(tenantId, id).orElse(null),
            loaded ->
                loaded.revokedAt != null
                    ? loaded
                    : documents.change(
                        keys.mongoCollection(),
                        loaded,
                        key -> {
                          key.revokedAt = now;
                          key.revokedBy = actorId;
                          key.place = "revoked " + key.id;
                        },
                        edited -> {
                          announce(edited.entries(), edited.after());
                          edited.entries().audit("api-key.revoked", actorId, id, Set.of());
                        }));
    if (revoked == null) {
      throw ProblemException.notFound("api-key");
    }
    return revoked;
  }

  private ApiKey checked(@Nullable ApiKeyBody body) {
    if (body == null) {
      throw ProblemException.of(
          ProblemKind.INVALID, "malformed-json", "The body is not the JSON expected here.");
    }
    BodyCheck check = new BodyCheck();
    ApiKey key = new ApiKey();
    key.name = check.line("/name", body.name(), NAME_LENGTH);
    key.scopes = scopes(check, body.scopes());
    key.expiresAt = expiry(check, body.expiresAt());
    check.done();
    return key;
  }

  private static List<String> scopes(BodyCheck check, @Nullable List<@Nullable String> typed) {
    if (typed == null || typed.isEmpty()) {
      check.wrong("/scopes", "required", "A key is for something: name at least one scope.");
      return List.of();
    }
    if (typed.size() > ApiScopes.ALL.size()) {
      check.wrong("/scopes", "too-many", "At most " + ApiScopes.ALL.size() + ".");
      return List.of();
    }
    List<String> scopes = new ArrayList<>();
    for (int i = 0; i < typed.size(); i++) {
      String scope = Objects.requireNonNullElse(typed.get(i), "");
      if (!ApiScopes.ALL.contains(scope)) {
        check.wrong(
            "/scopes/" + i, "unknown-value", "One of " + String.join(", ", ApiScopes.ALL) + ".");
      } else if (scopes.contains(scope)) {
        check.wrong("/scopes/" + i, "duplicate", "This one is listed twice.");
      } else {
        scopes.add(scope);
      }
    }
    return scopes;
  }

  private @Nullable Instant expiry(BodyCheck check, @Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    try {
      Instant expiresAt = Instant.parse(typed);
      Instant now = clock.instant();
      if (!expiresAt.isAfter(now)) {
        check.wrong("/expiresAt", "past", "A key cannot have ended before it is made.");
      } else if (expiresAt.isAfter(now.plus(LONGEST))) {
        check.wrong("/expiresAt", "out-of-range", "At most ten years from now.");
      }
      return expiresAt.truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    } catch (DateTimeParseException wrong) {
      check.wrong("/expiresAt", "instant", "An instant such as 2027-11-23T08:00:00Z.");
      return null;
    }
  }

  private static void announce(Entries entries, ApiKey key) {
    entries.event(
        EventCatalog.API_KEY_CHANGED,
        key.id,
        new ApiKeyChanged(
            key.tenantId,
            key.id,
            key.version,
            key.name,
            key.handle,
            key.hash,
            key.scopes,
            key.expiresAt,
            key.revokedAt != null));
  }

  private static ProblemException limitReached() {
    return ProblemException.rule(
        "api-key-limit-reached", "A business has at most " + MOST + " keys; revoke one first.");
  }

  @Scheduled(
      every = "${dakenh.config.sweep:10s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void sweep() {
    keys.purge(clock.instant().minus(KEPT));
  }
}
