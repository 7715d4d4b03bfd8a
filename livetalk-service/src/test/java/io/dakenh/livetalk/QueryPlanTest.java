package io.dakenh.livetalk;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.livetalk.store.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With enough rows, every list and the message path walk an index. */
@QuarkusTest
class QueryPlanTest {
  @Inject Database database;

  private final UUID tenantId = UUID.randomUUID();
  private final UUID agentId = UUID.randomUUID();

  @BeforeEach
  void fill() {
    database.update(
        """
        insert into conversation (id, tenant_id, state, channel_kind, visitor_id, client_conversation_id, waiting, opened_at, last_activity_at)
        select gen_random_uuid(), case when n % 3 = 0 then ? else gen_random_uuid() end,
          case when n % 5 = 0 then 'closed' else 'open' end, 'livetalk', gen_random_uuid(), gen_random_uuid(), n % 7 = 0 and n % 5 <> 0,
          now(), now() - make_interval(secs => n)
        from generate_series(1, 20000) n""",
        tenantId);
    database.update(
        """
        insert into conversation_participant (tenant_id, conversation_id, agent_id, allocation_id, open, joined_at)
        select tenant_id, id, case when random() < 0.01 then ? else gen_random_uuid() end, gen_random_uuid(), state = 'open', now()
        from conversation where tenant_id = ?""",
        agentId,
        tenantId);
    database.update("analyze conversation, conversation_participant");
  }

  @Test
  void listsWalkTheirIndex() {
    assertThat(
            plan(
                "select id from conversation c where c.tenant_id = ? order by c.last_activity_at desc, c.id desc limit 20",
                tenantId))
        .contains("ix_conversation_activity");
    assertThat(
            plan(
                "select id from conversation c where c.tenant_id = ? and c.state = 'open' and c.waiting order by c.last_activity_at desc, c.id desc limit 20",
                tenantId))
        .contains("ix_conversation_waiting");
    assertThat(
            plan(
                "select id from conversation c where c.tenant_id = ? and c.state = 'closed' order by c.last_activity_at desc, c.id desc limit 20",
                tenantId))
        .contains("ix_conversation_closed");
    assertThat(
            plan(
                "select q.conversation_id from conversation_participant q where q.tenant_id = ? and q.agent_id = ? and q.open",
                tenantId,
                agentId))
        .contains("ix_conversation_participant_open");
  }

  @Test
  void automaticMessagesAreFoundByWhenTheyAreDue() {
    database.update(
        """
        insert into sequence_watch (conversation_id, tenant_id, streak, since, next_due)
        select gen_random_uuid(), gen_random_uuid(), 0, now(), now() + make_interval(days => 1 + n) from generate_series(1, 20000) n""");
    database.update("analyze sequence_watch");
    assertThat(
            plan(
                "select conversation_id from sequence_watch where next_due <= (select clock_timestamp()) order by next_due limit 128"))
        .contains("ix_sequence_watch_next_due");
    assertThat(plan("select min(next_due) from sequence_watch where next_due is not null"))
        .contains("ix_sequence_watch_next_due");
  }

  @Test
  void whatIsPutOffOrMentionedIsFoundByIndex() {
    database.update(
        "update conversation set snoozed_until = now() + interval '1 day' where id in (select id from conversation where tenant_id = ? limit 200)",
        tenantId);
    database.update(
        """
        insert into note_mention (tenant_id, agent_id, conversation_id, note_id, mentioned_at)
        select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), now() from generate_series(1, 20000)""");
    database.update("analyze conversation, note_mention");
    assertThat(
            plan(
                "select id from conversation c where c.snoozed_until <= (select clock_timestamp()) order by c.snoozed_until limit 64"))
        .contains("ix_conversation_snoozed");
    assertThat(plan("select min(snoozed_until) from conversation where snoozed_until is not null"))
        .contains("ix_conversation_snoozed");
    assertThat(
            plan(
                "select m.conversation_id from note_mention m where m.tenant_id = ? and m.agent_id = ? and m.seen_at is null",
                tenantId,
                agentId))
        .contains("ix_note_mention_agent");
  }

  @Test
  void changesAndUnusedFilesWalkTheirIndex() {
    UUID conversationId = UUID.randomUUID();
    database.update(
        """
        insert into message (conversation_id, sequence, tenant_id, id, client_message_id, author_kind, author_id, body, sent_at, revision)
        select ?, n, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'agent', gen_random_uuid(), 'x', now(),
          case when n % 100 = 0 then n end
        from generate_series(1, 20000) n""",
        conversationId);
    database.update(
        """
        insert into attachment (id, tenant_id, conversation_id, uploader_kind, uploader_id, name, media_type, verified, bytes, sha256, created_at, sequence)
        select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'agent', gen_random_uuid(), 'x', 'text/plain', false, 1, 'x', now(), n
        from generate_series(1, 20000) n""");
    database.update("analyze message, attachment");
    assertThat(
            plan(
                "select id from message m where m.conversation_id = ? and m.revision > 19000 order by m.revision limit 101",
                conversationId))
        .contains("ix_message_revision");
    assertThat(
            plan(
                "select id from attachment where released_at is not null or (sequence is null and created_at < now() - interval '1 day')"))
        .contains("ix_attachment_unused")
        .contains("ix_attachment_released");
  }

  @Test
  void threadsAndTheirMessagesWalkTheirIndex() {
    UUID threadId = UUID.randomUUID();
    database.update(
        "update conversation set thread_id = case when random() < 0.001 then ? else gen_random_uuid() end where tenant_id = ?",
        threadId,
        tenantId);
    database.update(
        """
        insert into channel_message (tenant_id, id, conversation_id, sequence, thread_id)
        select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), n, gen_random_uuid() from generate_series(1, 20000) n""");
    database.update("analyze conversation, channel_message");
    assertThat(
            plan(
                "select id from conversation where tenant_id = ? and thread_id = ? order by opened_at desc, id desc limit 1",
                tenantId,
                threadId))
        .contains("ix_conversation_thread");
    assertThat(
            plan(
                "select sequence from channel_message where tenant_id = ? and id = ?",
                tenantId,
                threadId))
        .contains("channel_message_pkey");
    assertThat(
            plan(
                "select id from channel_message where conversation_id = ? and sequence = 7",
                threadId))
        .contains("uq_channel_message_place");
  }

  private String plan(String sql, Object... values) {
    String plan =
        String.join("\n", database.list("explain " + sql, row -> row.getString(1), values));
    assertThat(plan).doesNotContain("Seq Scan");
    return plan;
  }
}
