-- A replica of this service that lets its beat grow old is dead, and with it the sockets it held.
create table replica (
  id      uuid        primary key,
  beat_at timestamptz not null
);

-- An agent is connected while a replica holds a socket of the agent.
create table agent_socket (
  tenant_id  uuid not null,
  agent_id   uuid not null,
  replica_id uuid not null,
  primary key (tenant_id, agent_id, replica_id)
);
create index ix_agent_socket_replica on agent_socket (replica_id);

create table agent_presence (
  tenant_id  uuid        not null,
  agent_id   uuid        not null,
  declared   text        not null,
  state      text        not null,
  version    bigint      not null,
  changed_at timestamptz not null,
  primary key (tenant_id, agent_id),
  constraint ck_agent_presence_state check (state in ('online', 'busy', 'away', 'offline'))
);
create index ix_agent_presence_connected on agent_presence (tenant_id, agent_id) where state <> 'offline';
