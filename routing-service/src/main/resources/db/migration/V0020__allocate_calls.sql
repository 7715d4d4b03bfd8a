-- Calls are allocated by the same rows and rules as conversations; conversation_id is then the call's own id.
alter table allocation
  add column kind                 text not null default 'conversation',
  -- Of a call: the conversation it belongs to, and whether pictures are wanted.
  add column call_conversation_id uuid,
  add column media                text,
  -- A call that rings on after a claim that came to nothing keeps the end of its total time.
  add column ring_until           timestamptz,
  -- A conversation that begins with a call: nobody is asked about it before that has ended.
  add column held_by_call         uuid,
  add constraint ck_allocation_kind check (kind in ('conversation', 'call')),
  add constraint ck_allocation_call check (kind <> 'call' or call_conversation_id is not null);
create index ix_allocation_held on allocation (tenant_id, held_by_call) where held_by_call is not null;

-- Who is in a call, or about to be: asked about no other one.
create table agent_call (
  tenant_id uuid        not null,
  agent_id  uuid        not null,
  call_id   uuid        not null,
  since     timestamptz not null default now(),
  constraint pk_agent_call primary key (tenant_id, agent_id, call_id)
);
create index ix_agent_call_call on agent_call (tenant_id, call_id);
