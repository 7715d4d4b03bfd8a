-- What the suite wants sent, until it was. The words go when the message is sent or was given up for good.
create table outbound_message (
  message_id      uuid        not null,
  tenant_id       uuid        not null,
  channel_id      uuid        not null,
  thread_id       uuid        not null,
  position        bigint      generated always as identity,
  attempt         integer     not null,
  author_kind     text        not null,
  mode            text        not null,
  charged_consent boolean     not null,
  reply_to        text,
  state           text        not null,
  failure_code    text,
  tries           integer     not null default 0,
  requested_at    timestamptz not null,
  changed_at      timestamptz not null,
  constraint pk_outbound_message primary key (message_id),
  constraint fk_outbound_message_thread foreign key (thread_id) references thread (id) on delete cascade,
  constraint ck_outbound_message_state check (state in ('waiting', 'sent', 'failed'))
);
create index ix_outbound_message_waiting on outbound_message (thread_id, position) where state = 'waiting';
create index ix_outbound_message_channel_waiting on outbound_message (channel_id) where state = 'waiting';
-- One call to the provider each. The correlation comes back in Facebook's echo.
create table outbound_part (
  message_id  uuid        not null,
  number      integer     not null,
  correlation uuid        not null,
  words       text,
  media_id    uuid,
  source_path text,
  file_name   text,
  state       text        not null,
  external_id text,
  started_at  timestamptz,
  resends     integer     not null default 0,
  constraint pk_outbound_part primary key (message_id, number),
  constraint uq_outbound_part_correlation unique (correlation),
  constraint fk_outbound_part_message foreign key (message_id) references outbound_message (message_id) on delete cascade,
  constraint ck_outbound_part_state check (state in ('waiting', 'sending', 'unknown', 'sent'))
);
-- Actions on messages, in order with what is sent.
create table outbound_action (
  position     bigint      generated always as identity,
  tenant_id    uuid        not null,
  channel_id   uuid        not null,
  thread_id    uuid        not null,
  message_id   uuid        not null,
  action       text        not null,
  tries        integer     not null default 0,
  requested_at timestamptz not null,
  constraint pk_outbound_action primary key (position),
  constraint fk_outbound_action_thread foreign key (thread_id) references thread (id) on delete cascade
);
create index ix_outbound_action_thread_id on outbound_action (thread_id, position);
-- People who asked Facebook to have their data deleted.
create table data_deletion (
  code         text        not null,
  requested_at timestamptz not null,
  done_at      timestamptz,
  constraint pk_data_deletion primary key (code)
);
