-- What this service needs to know of a business: its name for the history, and whether it may still refer.
create table business (
  tenant_id  uuid        not null,
  version    bigint      not null,
  name       text        not null,
  status     text        not null,
  created_at timestamptz not null default now(),
  constraint pk_business primary key (tenant_id)
);
