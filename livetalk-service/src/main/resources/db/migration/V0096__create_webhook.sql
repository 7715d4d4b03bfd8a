-- Where a business wants to be told what happens. Secrets are not stored: each is made from the installation's key, the
-- endpoint's id and a number that grows with each replacement.
create table webhook_endpoint (
  id                   uuid        primary key,
  tenant_id            uuid        not null,
  version              bigint      not null default 1,
  name                 text        not null,
  url                  text        not null,
  events               text[]      not null,
  -- active, paused (by its owner) or disabled (it failed for too long)
  state                text        not null default 'active',
  secret_number        integer     not null default 0,
  -- Until then the former secret signs, too.
  former_until         timestamptz,
  failing_since        timestamptz,
  failures             integer     not null default 0,
  disabled_at          timestamptz,
  disabled_because     text,
  created_by           uuid        not null,
  created_at           timestamptz not null,
  -- When the next delivery is due, and until when nothing is tried or somebody is at it.
  next_due             timestamptz,
  hold_until           timestamptz,
  lease_until          timestamptz,
  generation           bigint      not null default 0,
  constraint ck_webhook_endpoint_state check (state in ('active', 'paused', 'disabled'))
);
create index ix_webhook_endpoint_tenant on webhook_endpoint (tenant_id, id);
create index ix_webhook_endpoint_due on webhook_endpoint (next_due) where next_due is not null and state = 'active';

-- What is to be told and how it went. What people wrote is not in it: that is read when it is sent.
create table webhook_delivery (
  id                   uuid        primary key,
  tenant_id            uuid        not null,
  endpoint_id          uuid        not null,
  event_id             uuid        not null,
  type                 text        not null,
  occurred_at          timestamptz not null,
  data                 text        not null,
  conversation_id      uuid,
  sequence             bigint,
  visitor_id           uuid,
  state                text        not null default 'waiting',
  attempts             integer     not null default 0,
  due_at               timestamptz not null,
  created_at           timestamptz not null,
  attempted_at         timestamptz,
  status               integer,
  failure              text,
  duration_millis      bigint,
  answer               text,
  constraint fk_webhook_delivery_endpoint foreign key (endpoint_id) references webhook_endpoint (id) on delete cascade,
  constraint uq_webhook_delivery_event unique (endpoint_id, event_id),
  constraint ck_webhook_delivery_state check (state in ('waiting', 'delivered', 'failed'))
);
create index ix_webhook_delivery_due on webhook_delivery (endpoint_id, due_at) where state = 'waiting';
create index ix_webhook_delivery_log on webhook_delivery (tenant_id, endpoint_id, id);
create index ix_webhook_delivery_conversation on webhook_delivery (tenant_id, conversation_id);
create index ix_webhook_delivery_created on webhook_delivery (created_at);
