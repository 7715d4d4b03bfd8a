-- A batch of events may be of several tenants: dakenh.tenant is a list, separated by commas. The sub-select makes the database read the
-- setting once per statement and not once per row.
drop policy tenant_wall on ledger_account;
drop policy tenant_wall on ledger_transfer;
drop policy tenant_wall on ledger_entry;
drop policy tenant_wall on entitlement;

create function walled_tenants() returns uuid[] language sql stable parallel safe as $$
  select coalesce(string_to_array(nullif(current_setting('dakenh.tenant', true), ''), ',')::uuid[], '{}'::uuid[])
$$;
create function every_tenant() returns boolean language sql stable parallel safe as $$
  select current_setting('dakenh.scope', true) is not distinct from 'every-tenant'
$$;

create policy tenant_wall on ledger_account using (tenant_id = any ((select walled_tenants())::uuid[]) or (select every_tenant()));
create policy tenant_wall on ledger_transfer using (tenant_id = any ((select walled_tenants())::uuid[]) or (select every_tenant()));
create policy tenant_wall on ledger_entry using (tenant_id = any ((select walled_tenants())::uuid[]) or (select every_tenant()));
create policy tenant_wall on entitlement using (tenant_id = any ((select walled_tenants())::uuid[]) or (select every_tenant()));
