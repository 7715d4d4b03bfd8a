-- Linked Pages and OAs, as the connector tells of them. A row stays when one is unlinked: its history is read on.
create table channel (
  tenant_id uuid   not null,
  id        uuid   not null,
  version   bigint not null,
  kind      text   not null,
  name      text   not null,
  state     text   not null,
  primary key (tenant_id, id)
);

-- One private conversation with one customer of a channel, or one comment with its replies; and what the provider lets the business send
-- there. The connector gives the id. Its customer is the visitor of the same id as the connector's contact.
create table channel_thread (
  tenant_id            uuid        not null,
  id                   uuid        not null,
  channel_id           uuid        not null,
  kind                 text        not null,
  surface              text        not null,
  visitor_id           uuid        not null,
  following            boolean,
  version              bigint      not null default 0,
  window_as_of         timestamptz not null,
  free_until           timestamptz,
  limited_until        timestamptz,
  limited_to           text,
  free_replies_left    integer,
  charged_replies_left integer,
  blocked_reason       text,
  private_reply_until  timestamptz,
  text_limit           integer     not null,
  primary key (tenant_id, id),
  constraint ck_channel_thread_surface check (surface in ('chat', 'comment'))
);
create index ix_channel_thread_visitor on channel_thread (tenant_id, visitor_id);

alter table conversation add column thread_id uuid;
create index ix_conversation_thread on conversation (tenant_id, thread_id, opened_at desc) where thread_id is not null;

-- The provider's name and picture of a customer; the name is followed until an agent corrects it.
alter table visitor add column profile_name text;
alter table visitor add column picture_id uuid;
alter table visitor add column picture_media_id uuid;

-- What a message of a channel has besides: what it is when it is not words, and how far one of ours came.
alter table message add column channelled boolean not null default false;
create table channel_message (
  tenant_id       uuid    not null,
  id              uuid    not null,
  conversation_id uuid    not null,
  sequence        bigint  not null,
  thread_id       uuid    not null,
  shape           jsonb,
  mode            text,
  charged         boolean not null default false,
  attempt         integer not null default 0,
  delivery        text,
  failure_code    text,
  retryable       boolean not null default false,
  primary key (tenant_id, id),
  constraint uq_channel_message_place unique (conversation_id, sequence),
  constraint ck_channel_message_delivery check (delivery in ('sending', 'sent', 'delivered', 'failed'))
);

-- What is to be told to the connector: written with the message, worked off in order right after the commit.
create table channel_request (
  id              bigint generated always as identity primary key,
  tenant_id       uuid        not null,
  conversation_id uuid        not null,
  sequence        bigint      not null,
  action          text        not null,
  agent_id        uuid,
  requested_at    timestamptz not null
);

-- Files of customers that could not be copied at once.
create table channel_media (
  tenant_id       uuid        not null,
  id              uuid        not null,
  conversation_id uuid        not null,
  sequence        bigint      not null,
  name            text        not null,
  path            text        not null,
  attempts        integer     not null default 0,
  due_at          timestamptz not null,
  primary key (tenant_id, id)
);
create index ix_channel_media_due_at on channel_media (due_at);
