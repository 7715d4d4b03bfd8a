-- Agents correct what is known of a visitor.
alter table visitor add column version bigint not null default 1;

-- The pages a visitor saw during a conversation, the newest 50 of them.
create table visitor_page (
  conversation_id uuid        not null,
  number          bigint      not null,
  tenant_id       uuid        not null,
  url             text        not null,
  title           text        not null,
  visited_at      timestamptz not null,
  primary key (conversation_id, number)
);

create table visitor_block (
  tenant_id  uuid        not null,
  visitor_id uuid        not null,
  reason     text        not null,
  blocked_by uuid        not null,
  blocked_at timestamptz not null,
  expires_at timestamptz,
  primary key (tenant_id, visitor_id)
);
create index ix_visitor_block_newest on visitor_block (tenant_id, blocked_at desc, visitor_id desc);
-- Repeated where every message of a visitor is judged anyway; 'infinity' when it has no end.
alter table conversation add column blocked_until timestamptz;

create table conversation_rating (
  conversation_id uuid        primary key,
  tenant_id       uuid        not null,
  score           integer     not null,
  comment         text        not null,
  rated_at        timestamptz not null,
  constraint ck_conversation_rating_score check (score between 1 and 5)
);
