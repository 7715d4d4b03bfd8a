-- Double entry in whole seconds. A transfer takes seconds out of the debit account and puts them into the credit account; it has
-- exactly two entries; nothing is ever updated or deleted. Each tenant has its own issuer account, so the sum over the accounts of
-- one tenant is zero at every instant and no account is shared between tenants.
create table ledger_account (
  id              uuid        not null,
  tenant_id       uuid        not null,
  kind            text        not null,
  balance_seconds bigint      not null default 0,
  version         bigint      not null default 0,
  created_at      timestamptz not null default now(),
  constraint pk_ledger_account primary key (id),
  constraint uq_ledger_account_tenant_kind unique (tenant_id, kind),
  constraint uq_ledger_account_tenant_id unique (tenant_id, id),
  constraint ck_ledger_account_kind check (kind in ('issuer', 'monthly', 'bonus', 'used')),
  constraint ck_ledger_account_bucket_not_negative check (kind = 'issuer' or balance_seconds >= 0),
  constraint ck_ledger_account_issuer_not_positive check (kind <> 'issuer' or balance_seconds <= 0)
);

create table ledger_transfer (
  id                uuid        not null,
  tenant_id         uuid        not null,
  debit_account_id  uuid        not null,
  credit_account_id uuid        not null,
  seconds           bigint      not null,
  cause             text        not null,
  month             text        not null,
  event_id          uuid,
  occurred_at       timestamptz not null,
  posted_at         timestamptz not null default clock_timestamp(),
  constraint pk_ledger_transfer primary key (id),
  constraint fk_ledger_transfer_debit foreign key (tenant_id, debit_account_id) references ledger_account (tenant_id, id),
  constraint fk_ledger_transfer_credit foreign key (tenant_id, credit_account_id) references ledger_account (tenant_id, id),
  constraint ck_ledger_transfer_two_accounts check (debit_account_id <> credit_account_id),
  constraint ck_ledger_transfer_seconds check (seconds > 0),
  constraint ck_ledger_transfer_month check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$')
);

create table ledger_entry (
  id                    uuid   not null,
  tenant_id             uuid   not null,
  transfer_id           uuid   not null,
  account_id            uuid   not null,
  seconds               bigint not null,
  balance_after_seconds bigint not null,
  constraint pk_ledger_entry primary key (id),
  constraint uq_ledger_entry_transfer_account unique (transfer_id, account_id),
  constraint fk_ledger_entry_transfer foreign key (transfer_id) references ledger_transfer (id),
  constraint fk_ledger_entry_account foreign key (tenant_id, account_id) references ledger_account (tenant_id, id),
  constraint ck_ledger_entry_seconds check (seconds <> 0)
);
create index ix_ledger_entry_tenant_id on ledger_entry (tenant_id, id desc);
create index ix_ledger_entry_account on ledger_entry (account_id);

-- Append-only, whoever connects: corrections are new transfers.
create function refuse_ledger_change() returns trigger language plpgsql as $$
begin
  raise exception '% on % refused: the ledger is append-only', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger tr_ledger_transfer_append_only before update or delete or truncate on ledger_transfer
  for each statement execute function refuse_ledger_change();
create trigger tr_ledger_entry_append_only before update or delete or truncate on ledger_entry
  for each statement execute function refuse_ledger_change();
create trigger tr_ledger_account_kept before delete or truncate on ledger_account
  for each statement execute function refuse_ledger_change();
create trigger tr_ledger_account_identity before update of id, tenant_id, kind, created_at on ledger_account
  for each statement execute function refuse_ledger_change();

-- What the maintained balances must equal. Empty unless something is badly wrong.
create view ledger_drift with (security_invoker = true) as
select a.tenant_id, a.id as account_id, a.kind, a.balance_seconds, coalesce(sum(e.seconds), 0)::bigint as derived_seconds
from ledger_account a left join ledger_entry e on e.account_id = a.id
group by a.id
having a.balance_seconds <> coalesce(sum(e.seconds), 0);
