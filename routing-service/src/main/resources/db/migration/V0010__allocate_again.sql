-- A conversation that is handed on or reopened is allocated anew: the same row, the next generation.
alter table allocation
  add column generation       integer not null default 1,
  -- Id of the binding of this generation: what others know as the allocation's id.
  add column binding_id       uuid,
  add column visitor_id       uuid,
  -- Why the wanted agent is wanted.
  add column wanted_cause     text,
  -- Who served the visitor last, asked first where the department wants that.
  add column previous_agent_id uuid,
  -- Who handed it on, and is asked only when nobody else can be.
  add column avoided_agent_id uuid,
  -- When its agent answered; null while nobody did.
  add column answered_at      timestamptz;
update allocation set binding_id = id, wanted_cause = case when wanted_agent_id is null then null else 'visitor' end;
alter table allocation alter column binding_id set not null;

-- How many conversations a person has is counted here, never kept as a number that could drift.
create index ix_allocation_winner on allocation (tenant_id, winner_id) where state = 'allocated';
create index ix_allocation_visitor on allocation (tenant_id, visitor_id, allocated_at desc) where visitor_id is not null and winner_id is not null;

alter table offer add column generation integer not null default 1;

-- What began each generation after the first; an event that comes again finds its own here.
create table allocation_restart (
  tenant_id       uuid        not null,
  cause_id        uuid        not null,
  conversation_id uuid        not null,
  created_at      timestamptz not null default now(),
  constraint pk_allocation_restart primary key (tenant_id, cause_id)
);
