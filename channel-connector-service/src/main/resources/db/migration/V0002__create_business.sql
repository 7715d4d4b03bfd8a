-- The tenants that exist, and whether their channels may run.
create table business (
  tenant_id  uuid        not null,
  version    bigint      not null,
  active     boolean     not null,
  created_at timestamptz not null default now(),
  constraint pk_business primary key (tenant_id)
);
