package io.dakenh.livetalk.report;

import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row per conversation. Events of several topics may overtake each other, so each makes the row
 * if need be and adds only what it knows.
 */
@ApplicationScoped
class ReportRows {
  private static final String ROW =
      "insert into report_conversation as r (conversation_id, tenant_id) values (?, ?) on conflict (conversation_id) do nothing";

  private final Database database;

  @Inject
  ReportRows(Database database) {
    this.database = database;
  }

  private void row(UUID tenantId, UUID conversationId) {
    database.update(ROW, conversationId, tenantId);
  }

  void opened(
      UUID tenantId,
      UUID conversationId,
      String channelKind,
      @Nullable UUID departmentId,
      Instant at) {
    row(tenantId, conversationId);
    database.update(
        """
        update report_conversation r set opened_at = ?, channel_kind = ?,
          department_id = coalesce(r.department_id, ?::uuid,
            (select d.id from department d where d.tenant_id = r.tenant_id and d.default_department and not d.deleted limit 1))
        where r.tenant_id = ? and r.conversation_id = ?""",
        at,
        channelKind,
        departmentId,
        tenantId,
        conversationId);
  }

  /** Somebody joined; that may be told here after the end, and is counted all the same. */
  void joined(
      UUID tenantId, UUID conversationId, UUID agentId, @Nullable UUID departmentId, Instant at) {
    row(tenantId, conversationId);
    database.update(
        """
        update report_conversation set
          department_id = coalesce(?::uuid, department_id),
          agent_id = case when joined_at is null or joined_at > ? then ? else agent_id end,
          handled_seconds = handled_seconds + case when joined_at is null and closed_at >= ?
            then extract(epoch from closed_at - ?::timestamptz)::bigint else 0 end,
          joined_at = least(joined_at, ?),
          handling_since = case when closed_at >= ? then handling_since else coalesce(handling_since, ?) end
        where tenant_id = ? and conversation_id = ?""",
        departmentId,
        at,
        agentId,
        at,
        at,
        at,
        at,
        at,
        tenantId,
        conversationId);
  }

  void transferred(UUID tenantId, UUID conversationId, @Nullable UUID departmentId) {
    row(tenantId, conversationId);
    database.update(
        "update report_conversation set department_id = coalesce(?::uuid, department_id) where tenant_id = ? and conversation_id = ?",
        departmentId,
        tenantId,
        conversationId);
  }

  void closed(UUID tenantId, UUID conversationId, String closedBy, Instant at) {
    row(tenantId, conversationId);
    database.update(
        """
        update report_conversation r set closed_at = ?, closed_by = ?,
          handled_seconds = handled_seconds + coalesce(greatest(0, extract(epoch from ?::timestamptz - handling_since))::bigint, 0),
          handling_since = null, visitor_messages = m.by_visitor, agent_messages = m.by_agents
        from (select count(*) filter (where author_kind = 'visitor') as by_visitor, count(*) filter (where author_kind = 'agent') as by_agents
              from message where tenant_id = ? and conversation_id = ?) m
        where r.tenant_id = ? and r.conversation_id = ?""",
        at,
        closedBy,
        at,
        tenantId,
        conversationId,
        tenantId,
        conversationId);
  }

  /** Goes on; whoever reopened it works on it from then on. */
  void reopened(UUID tenantId, UUID conversationId, @Nullable UUID agentId, Instant at) {
    row(tenantId, conversationId);
    database.update(
        """
        update report_conversation set reopened = reopened + case when closed_at is null then 0 else 1 end, closed_at = null, closed_by = null,
          handling_since = case when ?::uuid is null then handling_since else coalesce(handling_since, ?) end
        where tenant_id = ? and conversation_id = ?""",
        agentId,
        at,
        tenantId,
        conversationId);
  }

  void rated(UUID tenantId, UUID conversationId, int score) {
    row(tenantId, conversationId);
    database.update(
        "update report_conversation set score = ? where tenant_id = ? and conversation_id = ?",
        score,
        tenantId,
        conversationId);
  }

  /** When an agent answered. */
  record Answer(UUID tenantId, UUID conversationId, Instant at) {}

  void answered(List<Answer> answers) {
    database.updateEach(
        """
        insert into report_conversation as r (conversation_id, tenant_id, first_response_at) values (?, ?, ?)
        on conflict (conversation_id) do update set first_response_at = least(r.first_response_at, excluded.first_response_at)""",
        answers.stream()
            .map(
                answer ->
                    new @Nullable Object[] {
                      answer.conversationId(), answer.tenantId(), answer.at()
                    })
            .toList());
  }
}
