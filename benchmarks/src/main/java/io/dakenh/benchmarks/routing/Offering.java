package io.dakenh.benchmarks.routing;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.routing.OfferMade;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;

/** From a conversation's opening, as an event, to the event of its first offer, stored before. */
final class Offering {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final double NANOS_PER_SECOND = 1e9;

  private Offering() {}

  /** Opens so many at an even pace after some to warm up. */
  static Percentiles measure(EventWire wire, Company company, int conversations, int perSecond) {
    run(wire, company, Math.max(1, conversations / 4), perSecond);
    return Percentiles.ofNanos(run(wire, company, conversations, perSecond));
  }

  private static Collection<Long> run(EventWire wire, Company company, int count, int perSecond) {
    Map<UUID, Long> opened = new ConcurrentHashMap<>();
    Map<UUID, Long> offered = new ConcurrentHashMap<>();
    try (EventWire.Ears ears =
        wire.hear(
            EventCatalog.OFFER_MADE,
            (OfferMade made, long at) -> offered.putIfAbsent(made.conversationId(), at))) {
      long begin = System.nanoTime();
      for (int i = 0; i < count; i++) {
        long due = begin + (long) (i * NANOS_PER_SECOND / perSecond);
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        long now = System.nanoTime();
        opened.put(company.open(i), now);
      }
      Awaitility.await("offers")
          .atMost(PATIENCE)
          .until(() -> offered.keySet().containsAll(opened.keySet()));
    }
    Collection<Long> took = new ArrayList<>();
    opened.forEach((id, at) -> took.add(offered.get(id) - at));
    return took;
  }

  /**
   * Lets conversations wait while nobody is there; seconds from everyone's coming online to an
   * offer of each.
   */
  static double drain(EventWire wire, Company company, int waiting) {
    for (int i = 0; i < waiting; i++) {
      company.open(i);
    }
    wire.flush();
    company.await(
        waiting,
        "select count(*) from allocation where state = 'queued' and tenant_id = '"
            + company.tenantId
            + "'");
    Map<UUID, Long> offered = new ConcurrentHashMap<>();
    try (EventWire.Ears ears =
        wire.hear(
            EventCatalog.OFFER_MADE,
            (OfferMade made, long at) -> {
              if (made.tenantId().equals(company.tenantId)) {
                offered.putIfAbsent(made.conversationId(), at);
              }
            })) {
      long begin = System.nanoTime();
      company.everyone("online");
      Awaitility.await("everything is offered")
          .atMost(PATIENCE)
          .until(() -> offered.size() == waiting);
      long last = offered.values().stream().mapToLong(Long::longValue).max().orElseThrow();
      return (last - begin) / NANOS_PER_SECOND;
    }
  }
}
