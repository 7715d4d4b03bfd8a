-- Tables of the platform. Each service copies this into its own first migration: it owns its schema.
create table outbox (
  id           bigint generated always as identity primary key,
  event_id     uuid        not null,
  type         text        not null,
  topic        text        not null,
  message_key  text        not null,
  tenant_id    uuid        not null,
  occurred_at  timestamptz not null,
  payload      text        not null,
  trace_parent text,
  causation_id uuid
);

create table inbox (
  consumer    text        not null,
  event_id    uuid        not null,
  received_at timestamptz not null default now(),
  primary key (consumer, event_id)
);
create index ix_inbox_received_at on inbox (received_at);

create table idempotency_key (
  tenant_id    uuid        not null,
  key          text        not null,
  operation    text        not null,
  request_hash text        not null,
  answer       text,
  created_at   timestamptz not null default now(),
  primary key (tenant_id, key, operation)
);
create index ix_idempotency_key_created_at on idempotency_key (created_at);
