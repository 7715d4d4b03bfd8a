create table visitor (
  tenant_id  uuid        not null,
  id         uuid        not null,
  name       text        not null,
  phone      text,
  email      text,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);

-- last_sequence is the single source of sequences: a row's sequence is given while this row is locked, once per batch.
-- The unread count of a reader is last_sequence minus the reader's mark, so no counter can drift.
create table conversation (
  id                     uuid        primary key,
  tenant_id              uuid        not null,
  version                bigint      not null default 1,
  epoch                  bigint      not null default 1,
  state                  text        not null,
  channel_kind           text        not null,
  visitor_id             uuid        not null,
  client_conversation_id uuid        not null,
  department_id          uuid,
  waiting                boolean     not null,
  last_sequence          bigint      not null default 0,
  visitor_read_sequence  bigint      not null default 0,
  page_url               text,
  page_title             text,
  page_referrer          text,
  opened_at              timestamptz not null,
  last_activity_at       timestamptz not null,
  closed_at              timestamptz,
  closed_by              text,
  constraint uq_conversation_client_id unique (tenant_id, visitor_id, client_conversation_id),
  constraint ck_conversation_state check (state in ('open', 'closed')),
  constraint ck_conversation_read check (visitor_read_sequence <= last_sequence)
);
create index ix_conversation_activity on conversation (tenant_id, last_activity_at desc, id desc);
create index ix_conversation_waiting on conversation (tenant_id, last_activity_at desc, id desc) where state = 'open' and waiting;
create index ix_conversation_closed on conversation (tenant_id, last_activity_at desc, id desc) where state = 'closed';
create index ix_conversation_visitor on conversation (tenant_id, visitor_id, last_activity_at desc, id desc);

-- "open" repeats the conversation's state, so that the open conversations of one agent are one index range.
create table conversation_participant (
  tenant_id       uuid        not null,
  conversation_id uuid        not null,
  agent_id        uuid        not null,
  allocation_id   uuid        not null,
  read_sequence   bigint      not null default 0,
  open            boolean     not null,
  joined_at       timestamptz not null,
  primary key (conversation_id, agent_id)
);
create index ix_conversation_participant_open on conversation_participant (tenant_id, agent_id) where open;

-- No foreign key on the hot path: a message is inserted only while its conversation's row is locked.
create table message (
  conversation_id   uuid        not null,
  sequence          bigint      not null,
  tenant_id         uuid        not null,
  id                uuid        not null,
  client_message_id uuid        not null,
  author_kind       text        not null,
  author_id         uuid        not null,
  body              text        not null,
  sent_at           timestamptz not null,
  primary key (conversation_id, sequence),
  constraint uq_message_client_id unique (conversation_id, client_message_id)
);
