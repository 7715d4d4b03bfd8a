-- A business has handled its first conversation once an agent joined one and it was closed; the two are told on topics of their own,
-- so either may come first. Rows of a business go as soon as it has handled one.
create table conversation_progress (
  tenant_id       uuid        not null,
  conversation_id uuid        not null,
  joined          boolean     not null,
  closed_at       timestamptz,
  created_at      timestamptz not null default now(),
  constraint pk_conversation_progress primary key (tenant_id, conversation_id)
);
create index ix_conversation_progress_created_at on conversation_progress (created_at);

create table business_progress (
  tenant_id  uuid        not null,
  handled_at timestamptz not null,
  constraint pk_business_progress primary key (tenant_id)
);
