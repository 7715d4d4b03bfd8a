-- What a message may have besides its words. All of it is null for most messages and costs them nothing.
alter table message add column attachment_ids uuid[];
alter table message add column reply_to bigint;
alter table message add column edited_at timestamptz;
alter table message add column deleted_at timestamptz;

-- Every change of a stored message (edit, deletion, reaction) counts its conversation's revision up and puts the new number on the
-- message: what changed since a number is an index range, and a client that holds the number has seen all changes before it.
alter table conversation add column revision bigint not null default 0;
alter table message add column revision bigint;
create index ix_message_revision on message (conversation_id, revision) where revision is not null;

create table message_reaction (
  tenant_id       uuid        not null,
  conversation_id uuid        not null,
  sequence        bigint      not null,
  reactor_kind    text        not null,
  reactor_id      uuid        not null,
  emoji           text        not null,
  reacted_at      timestamptz not null,
  primary key (conversation_id, sequence, reactor_kind, reactor_id, emoji)
);
