package io.dakenh.livetalk.message;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.livetalk.party.Face;
import io.dakenh.livetalk.settings.Representation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one statement that stores a batch of messages: it locks the conversations in the order of
 * their ids (so that replicas cannot deadlock), judges each message, numbers the new ones densely,
 * inserts them with their events, moves the authors' read marks, and notes where a visitor begins
 * to wait or is answered, if the business has automatic messages. One statement, one commit,
 * whatever the size of the batch.
 */
final class BatchStatement {
  private static final String SQL =
      """
      with input as materialized (
        select t.*, case when t.attachment_list is not null then string_to_array(t.attachment_list, ',')::uuid[] end as attachment_ids
        from unnest(?::int[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::bigint[],
            ?::text[], ?::boolean[], ?::boolean[])
          as t (idx, tenant_id, conversation_id, client_message_id, message_id, author_kind, author_id, body, event_id, event_head, event_tail, streak, attachment_list, reply_to,
            shape, charged, alone)
      ), locked as materialized (
        select c.id, c.tenant_id, c.epoch, c.state, c.last_sequence, c.visitor_id, c.department_id, c.answered_sequence, c.blocked_until, c.thread_id,
          c.answered_sequence = 0 or c.visitor_sequence > c.answered_sequence as waits
        from conversation c where c.id = any (?::uuid[])
        order by c.id for no key update
      ), member as materialized (
        select p.conversation_id, array_agg(p.agent_id) as agent_ids
        from conversation_participant p where p.conversation_id = any (?::uuid[])
        group by p.conversation_id
      ), shown (id, face_id, face_name, face_picture) as materialized (
        select c.id, FACE
        from locked c
        JOIN_FACE
        where c.id in (select i.conversation_id from input i where i.author_kind = 'agent')
      ), judged as materialized (
        select i.*, l.epoch, l.last_sequence, l.visitor_id, l.thread_id, a.agent_ids, m.id as known_id, m.sequence as known_sequence, m.sent_at as known_sent_at,
          case
            when l.id is null then 'conversation-not-found'
            when i.author_kind = 'visitor' and l.visitor_id <> i.author_id then 'conversation-not-found'
            when i.author_kind = 'agent' and not (i.author_id = any (coalesce(a.agent_ids, '{}'))) then 'not-a-participant'
            when m.author_id <> i.author_id then 'client-message-id-reused'
            when m.edited_at is not null or m.deleted_at is not null then 'known-changed'
            when m.body <> i.body or (m.sequence is not null and (m.attachment_ids is distinct from i.attachment_ids or m.reply_to is distinct from i.reply_to))
              then 'client-message-id-reused'
            when m.sequence is not null then 'known'
            when i.author_kind = 'visitor' and l.blocked_until > statement_timestamp() then 'visitor-blocked'
            when l.state <> 'open' and (i.shape is null or i.author_kind = 'visitor') then 'conversation-closed'
            when i.reply_to not between 1 and l.last_sequence then 'reply-not-found'
            when i.attachment_ids is not null and cardinality(i.attachment_ids) <> (
              select count(*) from attachment a
              where a.id = any (i.attachment_ids) and a.tenant_id = i.tenant_id and a.conversation_id = i.conversation_id
                and a.uploader_kind = i.author_kind and a.uploader_id = i.author_id
                and a.sequence is null and a.created_at > ?::timestamptz - interval '20 hours')
              then 'attachment-not-found'
            when i.streak is not null and (i.streak <> l.answered_sequence
              or exists (select 1 from input b where b.conversation_id = i.conversation_id and b.idx < i.idx and b.author_kind = 'agent'))
              then 'conversation-answered'
            else coalesce(rule.refusal, 'new')
          end as verdict
        from input i
        left join locked l on l.id = i.conversation_id and l.tenant_id = i.tenant_id
        left join member a on a.conversation_id = i.conversation_id
        left join message m on m.conversation_id = i.conversation_id and m.client_message_id = i.client_message_id
        left join lateral (REFUSAL) rule on l.thread_id is not null and i.shape is null and i.author_kind <> 'visitor'
      ), numbered as materialized (
        select j.*, j.last_sequence + row_number() over (partition by j.conversation_id order by j.idx) as sequence
        from judged j where j.verdict = 'new'
      ), summed as materialized (
        select conversation_id, max(sequence) as last,
          coalesce(max(sequence) filter (where author_kind = 'visitor'), 0) as visitor_last,
          coalesce(max(sequence) filter (where author_kind = 'agent' or (author_kind = 'system' and shape is not null)), 0) as agent_last
        from numbered group by conversation_id
      ), stored as (
        insert into message (conversation_id, sequence, tenant_id, id, client_message_id, author_kind, author_id, body, sent_at, attachment_ids, reply_to, channelled)
        select conversation_id, sequence, tenant_id, message_id, client_message_id, author_kind, author_id, body, ?, attachment_ids, reply_to, thread_id is not null
        from numbered
      ), channelled as (
        insert into channel_message (tenant_id, id, conversation_id, sequence, thread_id, shape, mode, charged, attempt, delivery)
        select tenant_id, message_id, conversation_id, sequence, thread_id, shape::jsonb,
          case when alone then 'private' end, charged, case when shape is null then 1 else 0 end, case when shape is null then 'sending' end
        from numbered where thread_id is not null
      ), requested as (
        insert into channel_request (tenant_id, conversation_id, sequence, action, agent_id, requested_at)
        select tenant_id, conversation_id, sequence, 'message', case when author_kind = 'agent' then author_id end, statement_timestamp()
        from numbered where thread_id is not null and shape is null order by idx
        returning 1
      ), carried as (
        update attachment a set sequence = n.sequence
        from numbered n
        where n.attachment_ids is not null and a.id = any (n.attachment_ids) and a.tenant_id = n.tenant_id
      ), moved as (
        update conversation c
        set last_sequence = n.last, last_activity_at = ?, version = c.version + 1,
            visitor_read_sequence = greatest(c.visitor_read_sequence, n.visitor_last),
            visitor_sequence = greatest(c.visitor_sequence, n.visitor_last),
            snoozed_until = case when n.visitor_last > 0 and c.snoozed_until is not null
              then least(c.snoozed_until, statement_timestamp()) else c.snoozed_until end,
            answered_sequence = greatest(c.answered_sequence, n.agent_last)
        from summed n
        where c.id = n.conversation_id
      ), marked as (
        update conversation_participant p set read_sequence = greatest(p.read_sequence, n.last)
        from (
          select conversation_id, author_id, max(sequence) as last
          from numbered where author_kind = 'agent' group by conversation_id, author_id
        ) n
        where p.conversation_id = n.conversation_id and p.agent_id = n.author_id
      ), announced as (
        insert into outbox (event_id, type, topic, message_key, tenant_id, occurred_at, payload)
        select event_id, ?, ?, conversation_id::text, tenant_id, ?, event_head || sequence || event_tail
        from numbered order by idx
      ), turned as (
        select l.id, l.tenant_id, s.agent_last, l.waits, greatest(l.answered_sequence, s.agent_last) as streak,
          s.visitor_last > s.agent_last or (l.waits and s.agent_last = 0) as waits_now
        from summed s join locked l on l.id = s.conversation_id
      ), noted as (
        insert into sequence_note (tenant_id, kind, subject_id, streak)
        select t.tenant_id, case when t.waits_now then 'waiting' else 'conversation' end, t.id, case when t.waits_now then t.streak end
        from turned t
        where (t.waits or t.waits_now) and (t.agent_last > 0 or not t.waits)
          and exists (select 1 from sequence_plan p where p.tenant_id = t.tenant_id and p.active)
        returning 1
      )
      select j.idx, j.verdict, coalesce(n.sequence, j.known_sequence), j.epoch, j.known_sent_at, j.visitor_id, j.agent_ids, coalesce(j.known_id, j.message_id), exists (select 1 from noted),
        f.face_id, f.face_name, f.face_picture, EXTRAS, exists (select 1 from requested)
      from judged j left join numbered n on n.idx = j.idx left join shown f on f.id = j.conversation_id
      order by j.idx"""
          .replace("EXTRAS", MessageExtras.COLUMN_OF_NEW)
          .replace("REFUSAL", ReplyRules.REFUSAL)
          .replace("JOIN_FACE", Representation.JOIN)
          .replace("FACE", Representation.COLUMNS);

  private BatchStatement() {}

  /**
   * What became of one message of the batch.
   *
   * @param verdict {@code new}, {@code known}, {@code known-changed} or the code of a refusal
   * @param visitorId and the agents: who takes part, when the conversation was found
   * @param noted whether the batch left notes for the timer of automatic messages
   * @param face stands for the author before the visitor, if the author is an agent and it does
   * @param extras as {@link MessageExtras} reads them
   * @param requested whether something of the batch is to be sent on by a channel
   */
  record Row(
      int index,
      String verdict,
      long sequence,
      long epoch,
      @Nullable Instant knownSentAt,
      @Nullable UUID visitorId,
      UUID[] agentIds,
      UUID messageId,
      boolean noted,
      @Nullable Face face,
      @Nullable String extras,
      boolean requested) {}

  /** Stores the batch; the connection commits by itself. */
  static List<Row> execute(Connection connection, List<NewMessage> batch, Instant now)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      bind(connection, statement, batch, now);
      List<Row> rows = new ArrayList<>(batch.size());
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(row(result));
        }
      }
      return rows;
    }
  }

  private static void bind(
      Connection connection, PreparedStatement statement, List<NewMessage> batch, Instant now)
      throws SQLException {
    int size = batch.size();
    Integer[] index = new Integer[size];
    UUID[] tenant = new UUID[size];
    UUID[] conversation = new UUID[size];
    UUID[] clientMessage = new UUID[size];
    UUID[] message = new UUID[size];
    String[] kind = new String[size];
    UUID[] author = new UUID[size];
    String[] body = new String[size];
    UUID[] event = new UUID[size];
    String[] head = new String[size];
    String[] tail = new String[size];
    Long[] streak = new Long[size];
    String[] attachments = new String[size];
    Long[] replyTo = new Long[size];
    String[] shape = new String[size];
    Boolean[] charged = new Boolean[size];
    Boolean[] alone = new Boolean[size];
    String instant = "\",\"sentAt\":\"" + now + "\"}";
    for (int i = 0; i < size; i++) {
      NewMessage one = batch.get(i);
      index[i] = i;
      tenant[i] = one.author().tenantId();
      conversation[i] = one.conversationId();
      clientMessage[i] = one.clientMessageId();
      message[i] = one.id();
      kind[i] = one.author().kind().code();
      author[i] = one.author().id();
      body[i] = one.text();
      event[i] = one.eventId();
      streak[i] = one.streak();
      attachments[i] = list(one.additions().attachmentIds());
      replyTo[i] = one.additions().replyTo();
      shape[i] = one.origin() == null ? null : one.origin().shape();
      charged[i] = one.additions().manner().charged();
      alone[i] = one.additions().manner().alone();
      head[i] = head(one);
      tail[i] = ",\"authorKind\":\"" + kind[i] + "\",\"authorId\":\"" + author[i] + instant;
    }
    OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
    int at = 0;
    statement.setArray(++at, connection.createArrayOf("int4", index));
    statement.setArray(++at, connection.createArrayOf("uuid", tenant));
    statement.setArray(++at, connection.createArrayOf("uuid", conversation));
    statement.setArray(++at, connection.createArrayOf("uuid", clientMessage));
    statement.setArray(++at, connection.createArrayOf("uuid", message));
    statement.setArray(++at, connection.createArrayOf("text", kind));
    statement.setArray(++at, connection.createArrayOf("uuid", author));
    statement.setArray(++at, connection.createArrayOf("text", body));
    statement.setArray(++at, connection.createArrayOf("uuid", event));
    statement.setArray(++at, connection.createArrayOf("text", head));
    statement.setArray(++at, connection.createArrayOf("text", tail));
    statement.setArray(++at, connection.createArrayOf("int8", streak));
    statement.setArray(++at, connection.createArrayOf("text", attachments));
    statement.setArray(++at, connection.createArrayOf("int8", replyTo));
    statement.setArray(++at, connection.createArrayOf("text", shape));
    statement.setArray(++at, connection.createArrayOf("bool", charged));
    statement.setArray(++at, connection.createArrayOf("bool", alone));
    statement.setArray(++at, connection.createArrayOf("uuid", conversation));
    statement.setArray(++at, connection.createArrayOf("uuid", conversation));
    statement.setObject(++at, time);
    statement.setObject(++at, time);
    statement.setObject(++at, time);
    statement.setString(++at, EventCatalog.MESSAGE_SENT.name());
    statement.setString(++at, EventCatalog.MESSAGE_SENT.topic().topicName());
    statement.setObject(++at, time);
  }

  /** An array of arrays would be taken apart with the outer one. */
  private static @Nullable String list(List<UUID> ids) {
    return ids.isEmpty() ? null : ids.stream().map(UUID::toString).collect(Collectors.joining(","));
  }

  /** The event's JSON up to the sequence, which only the statement knows; ids need no escaping. */
  private static String head(NewMessage message) {
    return "{\"tenantId\":\""
        + message.author().tenantId()
        + "\",\"conversationId\":\""
        + message.conversationId()
        + "\",\"messageId\":\""
        + message.id()
        + "\",\"sequence\":";
  }

  private static Row row(ResultSet result) throws SQLException {
    OffsetDateTime known = result.getObject(5, OffsetDateTime.class);
    java.sql.Array agents = result.getArray(7);
    return new Row(
        result.getInt(1),
        result.getString(2),
        result.getLong(3),
        result.getLong(4),
        known == null ? null : known.toInstant(),
        result.getObject(6, UUID.class),
        agents == null ? new UUID[0] : (UUID[]) agents.getArray(),
        result.getObject(8, UUID.class),
        result.getBoolean(9),
        Representation.face(result, 10),
        result.getString(13),
        result.getBoolean(14));
  }
}
