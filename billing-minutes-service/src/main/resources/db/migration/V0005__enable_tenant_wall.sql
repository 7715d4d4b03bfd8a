-- Second wall behind the queries, which name the tenant themselves: a transaction sees the rows of the one tenant it was opened for
-- (dakenh.tenant), or says that it works for all of them (dakenh.scope, only the month-end job does). Neither set: no rows at all.
-- Forced, because the service's role owns the tables.
alter table ledger_account enable row level security;
alter table ledger_account force row level security;
alter table ledger_transfer enable row level security;
alter table ledger_transfer force row level security;
alter table ledger_entry enable row level security;
alter table ledger_entry force row level security;
alter table entitlement enable row level security;
alter table entitlement force row level security;

create policy tenant_wall on ledger_account using (
  tenant_id = nullif(current_setting('dakenh.tenant', true), '')::uuid or current_setting('dakenh.scope', true) = 'every-tenant');
create policy tenant_wall on ledger_transfer using (
  tenant_id = nullif(current_setting('dakenh.tenant', true), '')::uuid or current_setting('dakenh.scope', true) = 'every-tenant');
create policy tenant_wall on ledger_entry using (
  tenant_id = nullif(current_setting('dakenh.tenant', true), '')::uuid or current_setting('dakenh.scope', true) = 'every-tenant');
create policy tenant_wall on entitlement using (
  tenant_id = nullif(current_setting('dakenh.tenant', true), '')::uuid or current_setting('dakenh.scope', true) = 'every-tenant');
