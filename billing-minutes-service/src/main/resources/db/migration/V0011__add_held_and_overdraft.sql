-- held: seconds of calls that run. overdraft: what running calls used beyond everything there was; the only bucket below zero, and
-- forgiven at the month's end.
alter table ledger_account
  drop constraint ck_ledger_account_kind,
  drop constraint ck_ledger_account_bucket_not_negative;
alter table ledger_account
  add constraint ck_ledger_account_kind check (kind in ('issuer', 'monthly', 'bonus', 'used', 'held', 'overdraft')),
  add constraint ck_ledger_account_bucket_not_negative check (kind in ('issuer', 'overdraft') or balance_seconds >= 0),
  add constraint ck_ledger_account_overdraft_not_positive check (kind <> 'overdraft' or balance_seconds <= 0);

-- Which call or person asked for a movement, and why.
alter table ledger_transfer add column call_id uuid, add column note text;
create index ix_ledger_transfer_tenant_month on ledger_transfer (tenant_id, month);

-- finish: a running call may end by itself when nothing is left; cut: it is ended after a warning.
alter table plan
  add column exhausted_policy text not null default 'finish',
  add column version bigint not null default 1,
  add constraint ck_plan_exhausted_policy check (exhausted_policy in ('finish', 'cut'));

alter table entitlement
  add column next_plan_code text,
  add constraint fk_entitlement_next_plan foreign key (next_plan_code) references plan (code);
