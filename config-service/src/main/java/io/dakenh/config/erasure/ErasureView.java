package io.dakenh.config.erasure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an erasure got; the receipt once it is completed.
 *
 * @param name absent once it is completed
 * @param nameHash SHA-256 of {@code <tenantId>\n<name>}, in hexadecimal
 * @param requestedBy operator's person id
 * @param services in one order, those that have not answered included
 */
public record ErasureView(
    UUID id,
    UUID tenantId,
    @Nullable String name,
    String nameHash,
    String reason,
    @Nullable UUID requestedBy,
    Instant requestedAt,
    @Nullable Instant completedAt,
    List<ServiceView> services) {
  /**
   * One service's part.
   *
   * @param state {@code waiting} or {@code erased}
   */
  public record ServiceView(
      String service,
      String state,
      @Nullable Instant erasedAt,
      List<Counted> erased,
      List<Counted> kept) {}

  /** So many of one kind of thing. */
  public record Counted(String what, long count) {}

  static ErasureView of(Erasure erasure) {
    return new ErasureView(
        erasure.id,
        erasure.tenantId,
        erasure.name,
        erasure.nameHash,
        erasure.reason,
        erasure.requestedBy,
        erasure.requestedAt,
        erasure.completedAt,
        Erasure.SERVICES.stream().map(service -> view(erasure, service)).toList());
  }

  private static ServiceView view(Erasure erasure, String service) {
    return erasure.parts.stream()
        .filter(part -> part.service().equals(service))
        .findFirst()
        .map(
            part ->
                new ServiceView(
                    service,
                    "erased",
                    part.erasedAt(),
                    counted(part.erased()),
                    counted(part.kept())))
        .orElseGet(() -> new ServiceView(service, "waiting", null, List.of(), List.of()));
  }

  private static List<Counted> counted(List<Erasure.Thing> things) {
    return things.stream().map(thing -> new Counted(thing.what(), thing.count())).toList();
  }
}
