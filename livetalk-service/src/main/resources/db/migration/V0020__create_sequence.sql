-- Who spoke last. A visitor waits from the beginning until an agent answers, and again from the next message on; each such
-- stretch is a streak, named by the sequence of the answer before it (0: none yet).
alter table conversation add column answered_sequence bigint not null default 0;
alter table conversation add column visitor_sequence bigint not null default 0;
update conversation c set answered_sequence = m.answered, visitor_sequence = m.visitor
from (
  select conversation_id,
    coalesce(max(sequence) filter (where author_kind = 'agent'), 0) as answered,
    coalesce(max(sequence) filter (where author_kind = 'visitor'), 0) as visitor
  from message group by conversation_id
) m
where c.id = m.conversation_id;

-- The automatic messages an owner published. Older versions stay as long as a run that began with them may need them.
create table sequence_plan (
  tenant_id    uuid        not null,
  version      bigint      not null,
  content      jsonb       not null,
  -- The newest one, and something in it is switched on: only then anything has to be noted.
  active       boolean     not null,
  published_at timestamptz not null default now(),
  primary key (tenant_id, version)
);
create unique index uq_sequence_plan_active on sequence_plan (tenant_id) where active;
insert into sequence_plan (tenant_id, version, content, active)
select tenant_id, version, content,
  coalesce((content #>> '{start,enabled}')::boolean, false) or coalesce((content #>> '{noReply,enabled}')::boolean, false)
    or coalesce((content #>> '{offline,enabled}')::boolean, false)
from section_settings where section = 'sequences';

-- What has to be looked at after a commit; rows are only inserted and deleted, so that whoever leaves one waits for nobody.
create table sequence_note (
  id         bigint generated always as identity primary key,
  tenant_id  uuid        not null,
  kind       text        not null,
  subject_id uuid        not null,
  -- Of a waiting visitor.
  streak     bigint,
  noted_at   timestamptz not null default clock_timestamp(),
  constraint ck_sequence_note_kind check (kind in ('waiting', 'conversation', 'agent', 'department', 'settings')),
  constraint ck_sequence_note_streak check (kind <> 'waiting' or streak is not null)
);

-- The automatic messages of a conversation whose visitor waits; gone once the visitor has an answer or the conversation is closed.
-- Of each sequence: the streak it began in, the plan it follows, the next content, and when that is due (null: it does not run).
create table sequence_watch (
  conversation_id  uuid        primary key,
  tenant_id        uuid        not null,
  streak           bigint      not null,
  since            timestamptz not null,
  -- What the last look saw; null before the first.
  seen_streak      bigint,
  seen_online      boolean     not null default false,
  start_streak     bigint,
  start_version    bigint,
  start_next       integer,
  start_due        timestamptz,
  no_reply_streak  bigint,
  no_reply_version bigint,
  no_reply_next    integer,
  no_reply_due     timestamptz,
  offline_streak   bigint,
  offline_version  bigint,
  offline_next     integer,
  offline_due      timestamptz,
  -- The durable timer: when to look again; null when only an event can change anything.
  next_due         timestamptz
);
create index ix_sequence_watch_next_due on sequence_watch (next_due) where next_due is not null;
create index ix_sequence_watch_tenant on sequence_watch (tenant_id);
