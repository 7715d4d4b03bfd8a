-- What owners asked for about one person's data. Of an erasure the row is the receipt: it names nobody.
create table personal_data_job (
  id           uuid        primary key,
  tenant_id    uuid        not null,
  kind         text        not null,
  visitor_id   uuid        not null,
  requested_by uuid        not null,
  requested_at timestamptz not null,
  state        text        not null default 'waiting',
  attempts     integer     not null default 0,
  due_at       timestamptz not null,
  finished_at  timestamptz,
  receipt      jsonb,
  file_bytes   bigint,
  expires_at   timestamptz,
  constraint ck_personal_data_job_kind check (kind in ('export', 'erase')),
  constraint ck_personal_data_job_state check (state in ('waiting', 'done', 'failed'))
);
create index ix_personal_data_job_due on personal_data_job (due_at) where state = 'waiting';
create index ix_personal_data_job_newest on personal_data_job (tenant_id, requested_at desc, id desc);

create table personal_data_chunk (
  job_id uuid    not null,
  number integer not null,
  bytes  bytea   not null,
  primary key (job_id, number)
);
alter table personal_data_chunk alter column bytes set storage external;

create index ix_conversation_closed_at on conversation (tenant_id, closed_at) where state = 'closed';
