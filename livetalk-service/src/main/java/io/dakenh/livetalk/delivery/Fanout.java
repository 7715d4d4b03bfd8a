package io.dakenh.livetalk.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pushes an encoded frame to whatever sockets a person has open. Nobody waits for it and nothing is
 * kept for those who are away: a client that missed a frame notices and resumes.
 */
public interface Fanout {
  /**
   * To the sockets of one visitor.
   *
   * @param except connection that knows already, null for none
   */
  void toVisitor(UUID tenantId, UUID visitorId, String frame, @Nullable UUID except);

  /** To the sockets of one agent or owner. */
  void toAgent(UUID tenantId, UUID agentId, String frame, @Nullable UUID except);

  /** To every agent and owner of a business. */
  void toAgents(UUID tenantId, String frame);

  /** To every visitor of a business. */
  void toVisitors(UUID tenantId, String frame);

  /** Ends the sockets of one agent, who may no longer work here. */
  void dismissAgent(UUID tenantId, UUID agentId);

  /** Ends all sockets of a business that was suspended. */
  void dismissTenant(UUID tenantId);
}
