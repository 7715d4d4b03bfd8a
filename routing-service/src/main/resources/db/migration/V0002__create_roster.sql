-- What config-service and livetalk-service say about people and departments.
create table agent (
  tenant_id        uuid        not null,
  id               uuid        not null,
  -- 0 until the person is known from config-service: presence may be heard of first.
  version          bigint      not null default 0,
  name             text        not null default '',
  active           boolean     not null default false,
  presence         text        not null default 'offline',
  presence_version bigint      not null default 0,
  -- When the person last came online or became free.
  available_since  timestamptz not null default clock_timestamp(),
  created_at       timestamptz not null default now(),
  constraint pk_agent primary key (tenant_id, id)
);

create table department (
  tenant_id       uuid        not null,
  id              uuid        not null,
  version         bigint      not null,
  name            text        not null,
  mode            text        not null,
  pass_on_seconds integer     not null,
  total_seconds   integer     not null,
  is_default      boolean     not null,
  deleted         boolean     not null,
  successor_id    uuid,
  changed_at      timestamptz not null default clock_timestamp(),
  created_at      timestamptz not null default now(),
  constraint pk_department primary key (tenant_id, id)
);

create table department_member (
  tenant_id     uuid    not null,
  department_id uuid    not null,
  agent_id      uuid    not null,
  position      integer not null,
  constraint pk_department_member primary key (tenant_id, department_id, agent_id)
);
create index ix_department_member_agent on department_member (tenant_id, agent_id);
