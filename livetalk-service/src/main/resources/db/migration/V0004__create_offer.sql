-- Offers as routing-service told of them: what a desk that connects later still has to see.
create table offer (
  id              uuid        primary key,
  tenant_id       uuid        not null,
  conversation_id uuid        not null,
  agent_id        uuid        not null,
  department_id   uuid,
  department_name text        not null default '',
  visitor_name    text        not null default '',
  channel_kind    text        not null default '',
  preview         text        not null default '',
  made_at         timestamptz not null,
  expires_at      timestamptz not null,
  outcome         text
);
create index ix_offer_pending on offer (tenant_id, agent_id) where outcome is null;
create index ix_offer_expires_at on offer (expires_at);
