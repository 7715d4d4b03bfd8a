package io.dakenh.livetalk.replica;

import io.dakenh.livetalk.delivery.Fanout;
import io.dakenh.livetalk.delivery.LocalSockets;
import io.dakenh.livetalk.replica.Delivery.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Delivers to the sockets of this replica first, then to the replicas that hold others. */
@ApplicationScoped
class ReplicaFanout implements Fanout {
  private final LocalSockets here;
  private final Peers peers;

  @Inject
  ReplicaFanout(LocalSockets here, Peers peers) {
    this.here = here;
    this.peers = peers;
  }

  private void deliver(Delivery delivery) {
    delivery.to(here);
    peers.send(delivery);
  }

  @Override
  public void toVisitor(UUID tenantId, UUID visitorId, String frame, @Nullable UUID except) {
    deliver(new Delivery(Kind.VISITOR, tenantId, visitorId, except, frame));
  }

  @Override
  public void toAgent(UUID tenantId, UUID agentId, String frame, @Nullable UUID except) {
    deliver(new Delivery(Kind.AGENT, tenantId, agentId, except, frame));
  }

  @Override
  public void toAgents(UUID tenantId, String frame) {
    deliver(new Delivery(Kind.AGENTS, tenantId, null, null, frame));
  }

  @Override
  public void toVisitors(UUID tenantId, String frame) {
    deliver(new Delivery(Kind.VISITORS, tenantId, null, null, frame));
  }

  @Override
  public void dismissAgent(UUID tenantId, UUID agentId) {
    deliver(new Delivery(Kind.DISMISS_AGENT, tenantId, agentId, null, ""));
  }

  @Override
  public void dismissTenant(UUID tenantId) {
    deliver(new Delivery(Kind.DISMISS_TENANT, tenantId, null, null, ""));
  }
}
