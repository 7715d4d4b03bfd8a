-- One allocation per conversation. Whoever changes it or its offers holds its row lock first.
create table allocation (
  id                      uuid        not null,
  tenant_id               uuid        not null,
  conversation_id         uuid        not null,
  state                   text        not null,
  version                 bigint      not null default 1,
  -- Chosen by the visitor; null means the default department.
  requested_department_id uuid,
  department_id           uuid,
  channel_kind            text        not null,
  visitor_name            text        not null,
  preview                 text        not null,
  opened_at               timestamptz not null,
  round                   integer     not null default 0,
  total_deadline          timestamptz,
  -- The durable timer: when to look again; null when only an event can change anything.
  next_due                timestamptz,
  queued_at               timestamptz,
  queue_reason            text,
  winner_id               uuid,
  winner_name             text,
  winner_cause            text,
  allocated_at            timestamptz,
  closed_at               timestamptz,
  created_at              timestamptz not null default now(),
  constraint pk_allocation primary key (id),
  constraint uq_allocation_tenant_conversation unique (tenant_id, conversation_id),
  constraint ck_allocation_state check (state in ('waiting', 'offering', 'queued', 'allocated', 'closed')),
  constraint ck_allocation_winner check (state <> 'allocated' or winner_id is not null)
);
create index ix_allocation_next_due on allocation (next_due, opened_at) where next_due is not null;
create index ix_allocation_open on allocation (tenant_id, department_id, opened_at, id) where state in ('waiting', 'offering', 'queued');

create table offer (
  id              uuid        not null,
  tenant_id       uuid        not null,
  allocation_id   uuid        not null,
  conversation_id uuid        not null,
  agent_id        uuid        not null,
  department_id   uuid        not null,
  department_name text        not null,
  round           integer     not null,
  position        integer     not null,
  state           text        not null,
  made_at         timestamptz not null,
  expires_at      timestamptz not null,
  resolved_at     timestamptz,
  constraint pk_offer primary key (id),
  constraint fk_offer_allocation foreign key (allocation_id) references allocation (id),
  constraint ck_offer_state check (state in ('pending', 'accepted', 'declined', 'expired', 'withdrawn'))
);
-- Nobody is asked twice at the same time, whatever the code does.
create unique index uq_offer_pending on offer (allocation_id, agent_id) where state = 'pending';
create index ix_offer_agent_pending on offer (tenant_id, agent_id, made_at, id) where state = 'pending';
create index ix_offer_allocation_agent on offer (allocation_id, agent_id, made_at desc, id desc);

-- Timeline: what happened, to whom, why. Rows are only added.
create table allocation_step (
  id              bigint generated always as identity,
  tenant_id       uuid        not null,
  conversation_id uuid        not null,
  at              timestamptz not null,
  kind            text        not null,
  department_id   uuid,
  agent_id        uuid,
  offer_id        uuid,
  round           integer,
  reason          text,
  -- Among whom a person was chosen, so that a draw can be explained.
  candidates      uuid[],
  constraint pk_allocation_step primary key (id)
);
create index ix_allocation_step_conversation on allocation_step (tenant_id, conversation_id, id);

-- What has to be looked at after a commit; rows are only inserted and deleted.
create table errand (
  id         bigint generated always as identity,
  tenant_id  uuid        not null,
  kind       text        not null,
  subject_id uuid        not null,
  created_at timestamptz not null default clock_timestamp(),
  constraint pk_errand primary key (id)
);
