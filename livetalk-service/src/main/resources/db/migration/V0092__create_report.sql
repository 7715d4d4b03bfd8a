-- The read model of reports: one row per conversation, kept behind the events of its life. It holds times and ids, nothing
-- that a person said or is called, and stays when the conversation itself is let go.
create table report_conversation (
  conversation_id     uuid        primary key,
  tenant_id           uuid        not null,
  channel_kind        text,
  department_id       uuid,
  -- Who joined first.
  agent_id            uuid,
  opened_at           timestamptz,
  joined_at           timestamptz,
  first_response_at   timestamptz,
  -- Since when somebody works on it; null while nobody does.
  handling_since      timestamptz,
  handled_seconds     bigint      not null default 0,
  closed_at           timestamptz,
  closed_by           text,
  reopened            integer     not null default 0,
  visitor_messages    bigint      not null default 0,
  agent_messages      bigint      not null default 0,
  score               integer
);
create index ix_report_conversation_opened on report_conversation (tenant_id, opened_at);

-- What happened before this model was there.
insert into report_conversation (conversation_id, tenant_id, channel_kind, department_id, agent_id, opened_at, joined_at, first_response_at,
  handled_seconds, closed_at, closed_by, visitor_messages, agent_messages, score)
select c.id, c.tenant_id, c.channel_kind, c.department_id, p.agent_id, c.opened_at, p.joined_at, m.first_answer,
  case when c.closed_at is not null and p.joined_at is not null
    then greatest(0, extract(epoch from c.closed_at - p.joined_at))::bigint else 0 end,
  c.closed_at, c.closed_by, coalesce(m.by_visitor, 0), coalesce(m.by_agents, 0), r.score
from conversation c
left join lateral (select agent_id, joined_at from conversation_participant where conversation_id = c.id
                   order by joined_at, agent_id limit 1) p on true
left join lateral (select min(sent_at) filter (where author_kind = 'agent') as first_answer,
                     count(*) filter (where author_kind = 'visitor') as by_visitor,
                     count(*) filter (where author_kind = 'agent') as by_agents
                   from message where conversation_id = c.id) m on true
left join conversation_rating r on r.conversation_id = c.id;
