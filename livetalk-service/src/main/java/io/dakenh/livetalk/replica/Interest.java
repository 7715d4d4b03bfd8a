package io.dakenh.livetalk.replica;

import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.party.PartyKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Whose sockets another replica holds, as it announced. Guarded by whoever has it. */
final class Interest {
  private final Set<Party.Key> people = new HashSet<>();
  private final Map<UUID, Integer> agents = new HashMap<>();
  private final Map<UUID, Integer> visitors = new HashMap<>();

  /** Somebody is there, or no longer. */
  void set(Party.Key person, boolean present) {
    Map<UUID, Integer> ofKind = person.kind() == PartyKind.VISITOR ? visitors : agents;
    if (present && people.add(person)) {
      ofKind.merge(person.tenantId(), 1, Integer::sum);
    } else if (!present && people.remove(person)) {
      ofKind.computeIfPresent(person.tenantId(), (id, count) -> count == 1 ? null : count - 1);
    }
  }

  /** Whether anybody there waits for it. */
  boolean concerns(Delivery delivery) {
    UUID tenantId = delivery.tenantId();
    return switch (delivery.kind()) {
      case VISITOR, AGENT, DISMISS_AGENT -> people.contains(delivery.receiver());
      case AGENTS -> agents.containsKey(tenantId);
      case VISITORS -> visitors.containsKey(tenantId);
      case DISMISS_TENANT -> agents.containsKey(tenantId) || visitors.containsKey(tenantId);
    };
  }
}
