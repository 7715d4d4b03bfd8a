-- One row per tenant and month. While the month is open its seconds are in the ledger's accounts; left_seconds and overdraft_seconds
-- are what it had at its end, so that an event of that month which comes later is charged to that month and to no other.
create table month_usage (
  tenant_id           uuid    not null,
  month               text    not null,
  plan_code           text    not null,
  granted_seconds     bigint  not null,
  closed              boolean not null default false,
  left_seconds        bigint  not null default 0,
  overdraft_seconds   bigint  not null default 0,
  bonus_spent_seconds bigint  not null default 0,
  adjustments         bigint  not null default 0,
  constraint pk_month_usage primary key (tenant_id, month),
  constraint ck_month_usage_month check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  constraint ck_month_usage_not_negative
    check (granted_seconds >= 0 and left_seconds >= 0 and overdraft_seconds >= 0 and bonus_spent_seconds >= 0)
);
alter table month_usage enable row level security;
alter table month_usage force row level security;
create policy tenant_wall on month_usage using (tenant_id = any ((select walled_tenants())::uuid[]) or (select every_tenant()));

select set_config('dakenh.scope', 'every-tenant', true);
insert into month_usage (tenant_id, month, plan_code, granted_seconds)
select tenant_id, month, plan_code, monthly_granted_seconds from entitlement;
select set_config('dakenh.scope', '', true);
