package io.dakenh.livetalk.conversation;

import java.util.UUID;

/**
 * Which conversations someone of the business may see: an agent own ones and those of own
 * departments, an owner all.
 *
 * @param everything of the business
 * @param departments of the agent
 */
public record AgentScope(boolean everything, UUID[] departments, UUID agentId) {
  /** As a condition on {@code conversation c}; its three values are those of this record. */
  public static final String CONDITION =
      " and (? or c.department_id = any (?) or exists (select 1 from conversation_participant q"
          + " where q.conversation_id = c.id and q.agent_id = ?))";
}
