-- What agents write for each other and what happened to a conversation. Both stay outside the messages' sequence, which
-- belongs to the visitor: a conversation numbers its notes by itself, and each change of one gets the next revision.
alter table conversation add column note_sequence bigint not null default 0;
alter table conversation add column note_revision bigint not null default 0;

create table conversation_note (
  conversation_id uuid        not null,
  sequence        bigint      not null,
  revision        bigint      not null,
  tenant_id       uuid        not null,
  id              uuid        not null,
  client_note_id  uuid        not null,
  kind            text        not null,
  author_kind     text        not null,
  author_id       uuid        not null,
  body            text,
  activity        jsonb,
  mentions        uuid[]      not null default '{}',
  after_sequence  bigint      not null,
  created_at      timestamptz not null,
  edited_at       timestamptz,
  deleted_at      timestamptz,
  primary key (conversation_id, sequence),
  constraint uq_conversation_note_id unique (tenant_id, id),
  constraint uq_conversation_note_client_id unique (conversation_id, client_note_id),
  constraint uq_conversation_note_revision unique (conversation_id, revision),
  constraint ck_conversation_note_kind check ((kind = 'note' and activity is null) or (kind = 'activity' and activity is not null))
);

create table note_mention (
  tenant_id       uuid        not null,
  agent_id        uuid        not null,
  conversation_id uuid        not null,
  note_id         uuid        not null,
  mentioned_at    timestamptz not null,
  seen_at         timestamptz,
  primary key (tenant_id, note_id, agent_id)
);
create index ix_note_mention_agent on note_mention (tenant_id, agent_id, conversation_id);
