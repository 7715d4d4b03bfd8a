package io.dakenh.livetalk.conversation;

import io.dakenh.livetalk.message.RequestBell;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Writes down what is to be told to the connector about messages of a thread. */
@ApplicationScoped
public class ThreadRequests {
  private final Database database;
  private final RequestBell bell;

  @Inject
  ThreadRequests(Database database, RequestBell bell) {
    this.database = database;
    this.bell = bell;
  }

  /** An agent has read; a comment has no reader the provider would tell. */
  void seen(Party agent, UUID conversationId, long sequence) {
    int told =
        database.update(
            """
            insert into channel_request (tenant_id, conversation_id, sequence, action, agent_id, requested_at)
            select c.tenant_id, c.id, ?, 'seen', ?, clock_timestamp()
            from conversation c
            join channel_thread th on th.tenant_id = c.tenant_id and th.id = c.thread_id
            where c.tenant_id = ? and c.id = ? and th.surface = 'chat'""",
            sequence,
            agent.id(),
            agent.tenantId(),
            conversationId);
    if (told > 0) {
      bell.ring();
    }
  }

  /** Asks for something; runs inside the caller's transaction. */
  public void request(Party agent, UUID conversationId, long sequence, String action) {
    database.update(
        """
        insert into channel_request (tenant_id, conversation_id, sequence, action, agent_id, requested_at)
        values (?, ?, ?, ?, ?, clock_timestamp())""",
        agent.tenantId(),
        conversationId,
        sequence,
        action,
        agent.id());
    database.afterCommit(bell::ring);
  }
}
