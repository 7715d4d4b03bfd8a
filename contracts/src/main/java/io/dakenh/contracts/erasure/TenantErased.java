package io.dakenh.contracts.erasure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One service has nothing left of a business but what it names. Key: tenant id. It may come more
 * than once, always with the same counts.
 *
 * @param service who removed it, such as {@code routing-service}
 * @param erased how many of each kind of thing were removed
 * @param kept how many of each kind remain because the law wants them kept, without anything about
 *     people
 */
public record TenantErased(
    UUID tenantId,
    UUID erasureId,
    String service,
    List<Count> erased,
    List<Count> kept,
    Instant erasedAt) {
  /** Copies the lists. */
  public TenantErased {
    erased = List.copyOf(erased);
    kept = List.copyOf(kept);
  }

  /** So many of one kind of thing. */
  public record Count(String what, long count) {}
}
