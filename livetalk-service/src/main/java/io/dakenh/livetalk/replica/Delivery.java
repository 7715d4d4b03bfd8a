package io.dakenh.livetalk.replica;

import io.dakenh.livetalk.delivery.Fanout;
import io.dakenh.livetalk.party.Party;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call of a {@link Fanout}, on its way to the sockets of another replica.
 *
 * @param personId nobody where it is for all of a kind
 * @param except connection that knows already
 * @param frame empty where sockets are to be ended
 */
record Delivery(
    Kind kind, UUID tenantId, @Nullable UUID personId, @Nullable UUID except, String frame) {

  /** Whom it is for; the order is part of what goes over the wire. */
  enum Kind {
    VISITOR,
    AGENT,
    AGENTS,
    VISITORS,
    DISMISS_AGENT,
    DISMISS_TENANT
  }

  /** Does here what was asked for there. */
  void to(Fanout sockets) {
    switch (kind) {
      case VISITOR -> sockets.toVisitor(tenantId, person(), frame, except);
      case AGENT -> sockets.toAgent(tenantId, person(), frame, except);
      case AGENTS -> sockets.toAgents(tenantId, frame);
      case VISITORS -> sockets.toVisitors(tenantId, frame);
      case DISMISS_AGENT -> sockets.dismissAgent(tenantId, person());
      case DISMISS_TENANT -> sockets.dismissTenant(tenantId);
    }
  }

  /** Who it is for, where it is for one person. */
  Party.@Nullable Key receiver() {
    return switch (kind) {
      case VISITOR -> Party.Key.visitor(tenantId, person());
      case AGENT, DISMISS_AGENT -> Party.Key.agent(tenantId, person());
      case AGENTS, VISITORS, DISMISS_TENANT -> null;
    };
  }

  private UUID person() {
    UUID person = personId;
    if (person == null) {
      throw new IllegalStateException(kind + " is for one person");
    }
    return person;
  }
}
