-- Customers as one channel knows them; people who comment have other ids than people who chat.
create table contact (
  id               uuid        not null,
  tenant_id        uuid        not null,
  channel_id       uuid        not null,
  surface          text        not null,
  external_id      text        not null,
  name             text,
  picture_media_id uuid,
  following        boolean,
  phone            text,
  profile_at       timestamptz,
  profile_due_at   timestamptz,
  created_at       timestamptz not null,
  constraint pk_contact primary key (id),
  constraint uq_contact_channel_id unique (channel_id, surface, external_id),
  constraint fk_contact_channel foreign key (channel_id) references channel (id),
  constraint ck_contact_surface check (surface in ('chat', 'comment'))
);
-- One private conversation, or one comment with its replies. The times decide what may be sent.
create table thread (
  id                  uuid        not null,
  tenant_id           uuid        not null,
  channel_id          uuid        not null,
  contact_id          uuid        not null,
  surface             text        not null,
  external_id         text        not null,
  conversation_ref    text,
  version             bigint      not null default 0,
  last_inbound_at     timestamptz,
  ad_opened_at        timestamptz,
  charged_left        integer,
  blocked_reason      text,
  private_reply_until timestamptz,
  created_at          timestamptz not null,
  constraint pk_thread primary key (id),
  constraint uq_thread_channel_id unique (channel_id, surface, external_id),
  constraint fk_thread_channel foreign key (channel_id) references channel (id),
  constraint fk_thread_contact foreign key (contact_id) references contact (id)
);
create index ix_thread_contact_id on thread (contact_id);
-- Which threads have something to be done, in which direction. The generation tells whether more came while it was worked on.
create table thread_work (
  thread_id  uuid        not null,
  lane       text        not null,
  generation bigint      not null default 1,
  due_at     timestamptz not null default now(),
  constraint pk_thread_work primary key (thread_id, lane),
  constraint fk_thread_work_thread foreign key (thread_id) references thread (id) on delete cascade,
  constraint ck_thread_work_lane check (lane in ('in', 'out'))
);
create index ix_thread_work_due_at on thread_work (lane, due_at);
-- Events sorted by thread. The key keeps an event from being taken twice; what it says is dropped once it was told.
create table inbound_event (
  position    bigint      generated always as identity,
  channel_id  uuid        not null,
  thread_id   uuid        not null,
  dedupe_key  text        not null,
  event       jsonb,
  tries       integer     not null default 0,
  received_at timestamptz not null,
  done_at     timestamptz,
  constraint pk_inbound_event primary key (position),
  constraint uq_inbound_event_channel_id unique (channel_id, dedupe_key),
  constraint fk_inbound_event_thread foreign key (thread_id) references thread (id) on delete cascade,
  constraint ck_inbound_event_done check ((done_at is null) = (event is not null))
);
create index ix_inbound_event_waiting on inbound_event (thread_id, position) where done_at is null;
create index ix_inbound_event_done_at on inbound_event (done_at) where done_at is not null;
-- Which message of ours is which of the provider's. Words are not kept.
create table channel_message (
  channel_id  uuid        not null,
  external_id text        not null,
  thread_id   uuid        not null,
  message_id  uuid        not null,
  outgoing    boolean     not null,
  sent_at     timestamptz not null,
  read_at     timestamptz,
  delivered_at timestamptz,
  constraint pk_channel_message primary key (channel_id, external_id),
  constraint fk_channel_message_thread foreign key (thread_id) references thread (id) on delete cascade
);
create index ix_channel_message_message_id on channel_message (message_id);
create index ix_channel_message_unread on channel_message (thread_id, sent_at) where outgoing and read_at is null;
-- Changes that came before the message they are about.
create table parked_change (
  channel_id  uuid        not null,
  external_id text        not null,
  position    bigint      generated always as identity,
  event       jsonb       not null,
  parked_at   timestamptz not null,
  constraint pk_parked_change primary key (channel_id, external_id, position)
);
create index ix_parked_change_parked_at on parked_change (parked_at);
