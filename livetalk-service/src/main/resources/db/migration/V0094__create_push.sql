-- Browsers in which agents want notices while the desk is closed.
create table push_subscription (
  id         uuid        primary key,
  tenant_id  uuid        not null,
  agent_id   uuid        not null,
  endpoint   text        not null,
  public_key bytea       not null,
  auth       bytea       not null,
  created_at timestamptz not null,
  constraint uq_push_subscription_endpoint unique (tenant_id, agent_id, endpoint)
);

-- By which the services of browsers know this installation; made once, the same for all replicas.
create table push_key (
  id          smallint    primary key,
  private_key bytea       not null,
  public_key  bytea       not null,
  created_at  timestamptz not null,
  constraint ck_push_key_one check (id = 1)
);

-- Notices on their way; whatever comes too late is not sent.
create table push_notice (
  id              uuid        primary key,
  tenant_id       uuid        not null,
  subscription_id uuid        not null,
  conversation_id uuid        not null,
  payload         text        not null,
  attempts        integer     not null default 0,
  due_at          timestamptz not null,
  expires_at      timestamptz not null,
  constraint fk_push_notice_subscription foreign key (subscription_id) references push_subscription (id) on delete cascade
);
create index ix_push_notice_due on push_notice (due_at);
create index ix_push_notice_conversation on push_notice (tenant_id, conversation_id);
