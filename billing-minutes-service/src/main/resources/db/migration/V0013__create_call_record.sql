-- What is known of each call, gathered from its events in whatever order they come. What it costs follows from what is known, so an
-- event that comes late or twice leads to the same row.
create table call_record (
  tenant_id            uuid        not null,
  call_id              uuid        not null,
  conversation_id      uuid,
  visitor_id           uuid,
  visitor_name         text        not null default '',
  media                text        not null default 'audio',
  state                text        not null,
  outcome              text,
  started_at           timestamptz not null,
  heard_joined_at      timestamptz,
  last_beat_at         timestamptz,
  told_joined_at       timestamptz,
  ended_at             timestamptz,
  expired_after        timestamptz,
  joined_at            timestamptz,
  duration_seconds     bigint      not null default 0,
  increment_seconds    integer     not null default 1,
  month                text,
  charged_seconds      bigint      not null default 0,
  held_monthly_seconds bigint      not null default 0,
  held_bonus_seconds   bigint      not null default 0,
  refused_at           timestamptz,
  fault                text,
  movements            bigint      not null default 0,
  expires_at           timestamptz,
  agents               jsonb       not null default '[]',
  changed_at           timestamptz not null,
  constraint pk_call_record primary key (tenant_id, call_id),
  constraint ck_call_record_state check (state in ('ringing', 'running', 'ended')),
  constraint ck_call_record_media check (media in ('audio', 'video')),
  constraint ck_call_record_seconds check (
    duration_seconds >= 0 and charged_seconds >= 0 and held_monthly_seconds >= 0 and held_bonus_seconds >= 0),
  constraint ck_call_record_held_while_running check (state = 'running' or held_monthly_seconds + held_bonus_seconds = 0)
);
create index ix_call_record_started_at on call_record (tenant_id, started_at desc, call_id desc);
create index ix_call_record_month on call_record (tenant_id, month);
create index ix_call_record_expires_at on call_record (expires_at) where expires_at is not null;
create index ix_call_record_fault on call_record (changed_at desc) where fault is not null;
alter table call_record enable row level security;
alter table call_record force row level security;
create policy tenant_wall on call_record using (tenant_id = any ((select walled_tenants())::uuid[]) or (select every_tenant()));
