package io.dakenh.livetalk.channel;

import io.dakenh.livetalk.access.Access;
import io.dakenh.livetalk.conversation.ThreadRequests;
import io.dakenh.livetalk.message.ReplyRules;
import io.dakenh.livetalk.message.change.MessageChanges;
import io.dakenh.livetalk.message.change.MessageChanges.Told;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What agents do with messages of a channel besides writing them. */
@ApplicationScoped
class ChannelActions {
  private static final String STANDING =
      """
      select x.delivery, x.shape -> 'comment' is not null, c.state = 'open', m.deleted_at is not null, rule.refusal
      from channel_message x
      join conversation c on c.tenant_id = x.tenant_id and c.id = x.conversation_id
      join message m on m.conversation_id = x.conversation_id and m.sequence = x.sequence
      cross join lateral (select m.body as body, x.mode is not null as alone, m.author_kind as author_kind, ?::boolean as charged) i
      cross join lateral (select c.id as id, c.tenant_id as tenant_id, c.thread_id as thread_id) l
      left join lateral (REFUSAL) rule on true
      where x.tenant_id = ? and x.conversation_id = ? and x.sequence = ? for update of x"""
          .replace("REFUSAL", ReplyRules.REFUSAL);

  private final Database database;
  private final Access access;
  private final ThreadRequests requests;
  private final MessageChanges changes;

  @Inject
  ChannelActions(
      Database database, Access access, ThreadRequests requests, MessageChanges changes) {
    this.database = database;
    this.access = access;
    this.requests = requests;
    this.changes = changes;
  }

  private record Standing(
      @Nullable String delivery,
      boolean comment,
      boolean open,
      boolean deleted,
      @Nullable String refusal) {}

  /** Sends a failed message again, by the rules that are in force now. */
  void retry(Party agent, UUID conversationId, long sequence, boolean charged) {
    access.requireParticipant(agent, conversationId);
    changes.told(
        agent.tenantId(),
        conversationId,
        sequence,
        () -> {
          Standing standing = standing(agent, conversationId, sequence, charged);
          if (!"failed".equals(standing.delivery())) {
            throw ProblemException.conflict(
                "message-not-failed", "Only a message that failed is sent again.");
          }
          if (!standing.open()) {
            throw ProblemException.conflict("conversation-closed", "This conversation is closed.");
          }
          if (standing.refusal() != null) {
            throw ProblemException.rule(
                standing.refusal(), "The provider takes no message here at the moment.");
          }
          database.update(
              """
              update channel_message set delivery = 'sending', failure_code = null, retryable = false, attempt = attempt + 1,
                charged = charged or ?
              where tenant_id = ? and conversation_id = ? and sequence = ?""",
              charged,
              agent.tenantId(),
              conversationId,
              sequence);
          requests.request(agent, conversationId, sequence, "message");
          return new Told.Moved();
        });
  }

  /** Asks for something to be done to a comment; how it went, is shown when the provider did it. */
  void comment(Party agent, UUID conversationId, long sequence, CommentAction action) {
    access.requireParticipant(agent, conversationId);
    database.inTransaction(
        () -> {
          Standing standing = standing(agent, conversationId, sequence, false);
          if (!standing.comment() || standing.deleted()) {
            throw ProblemException.rule("not-a-comment", "This can be done to a comment only.");
          }
          requests.request(agent, conversationId, sequence, action.code());
          return Boolean.TRUE;
        });
  }

  private Standing standing(Party agent, UUID conversationId, long sequence, boolean charged) {
    return database
        .first(
            STANDING,
            row ->
                new Standing(
                    row.getString(1),
                    row.getBoolean(2),
                    row.getBoolean(3),
                    row.getBoolean(4),
                    row.getString(5)),
            charged,
            agent.tenantId(),
            conversationId,
            sequence)
        .orElseThrow(() -> ProblemException.notFound("message"));
  }
}
