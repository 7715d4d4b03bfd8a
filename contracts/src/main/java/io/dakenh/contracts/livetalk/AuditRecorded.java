package io.dakenh.contracts.livetalk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody did something that the business's audit log must show. Key: target. Values are not
 * repeated here.
 *
 * @param entryId id of the entry; a redelivered event carries the same one
 * @param action for example {@code visitor.erased}
 * @param target id of what it was done to
 * @param actorId who did it; absent for the suite itself
 * @param fields names of what it was about
 */
public record AuditRecorded(
    UUID tenantId,
    UUID entryId,
    String action,
    String target,
    @Nullable UUID actorId,
    List<String> fields,
    Instant at) {}
