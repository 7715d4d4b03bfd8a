-- Subscriptions of unlinked Pages that could not be ended yet. The token (sealed) is kept for that alone.
create table pending_unsubscribe (
  channel_id   uuid        not null,
  access_token text        not null,
  tries        integer     not null default 0,
  due_at       timestamptz not null,
  constraint pk_pending_unsubscribe primary key (channel_id),
  constraint fk_pending_unsubscribe_channel foreign key (channel_id) references channel (id)
);
create index ix_pending_unsubscribe_due_at on pending_unsubscribe (due_at);
