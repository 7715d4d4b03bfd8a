-- One row per tenant: its plan and the month it is in. The row is also the durable job of the month's end: due at next_reset_at,
-- claimed with skip locked by any replica.
create table entitlement (
  tenant_id               uuid        not null,
  plan_code               text        not null,
  month                   text        not null,
  monthly_granted_seconds bigint      not null,
  next_reset_at           timestamptz not null,
  version                 bigint      not null,
  changed_at              timestamptz not null,
  created_at              timestamptz not null default now(),
  constraint pk_entitlement primary key (tenant_id),
  constraint fk_entitlement_plan foreign key (plan_code) references plan (code),
  constraint ck_entitlement_month check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  constraint ck_entitlement_granted check (monthly_granted_seconds >= 0)
);
create index ix_entitlement_next_reset_at on entitlement (next_reset_at, tenant_id);
