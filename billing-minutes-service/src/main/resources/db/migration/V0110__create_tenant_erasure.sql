-- Businesses that are being erased or were. A row stays for good: what is heard late of such a business must bring nothing back.
-- began is the transaction that wrote the request down; step, found and erased are how far the removing got.
create table tenant_erasure (
  tenant_id    uuid        not null,
  erasure_id   uuid        not null,
  requested_at timestamptz not null,
  began        xid8        not null default pg_current_xact_id(),
  step         integer     not null default 0,
  found        boolean     not null default false,
  erased       jsonb       not null default '{"counts": []}',
  due_at       timestamptz          default clock_timestamp(),
  erased_at    timestamptz,
  constraint pk_tenant_erasure primary key (tenant_id)
);
create index ix_tenant_erasure_due_at on tenant_erasure (due_at) where due_at is not null;
-- Without a payload a compacted topic forgets the key.
alter table outbox alter column payload drop not null;

-- What the law wants kept of an erased business are amounts: the words beside them may be taken out, and nothing else may change.
drop trigger tr_ledger_transfer_append_only on ledger_transfer;
create trigger tr_ledger_transfer_append_only before delete or truncate on ledger_transfer
  for each statement execute function refuse_ledger_change();
create trigger tr_ledger_transfer_amounts
  before update of id, tenant_id, debit_account_id, credit_account_id, seconds, cause, month, event_id, occurred_at, posted_at
  on ledger_transfer for each statement execute function refuse_ledger_change();
create trigger tr_ledger_transfer_words before update on ledger_transfer
  for each row when (new.note is not null or new.call_id is not null) execute function refuse_ledger_change();
drop trigger tr_billing_audit_append_only on billing_audit;
create trigger tr_billing_audit_append_only before delete or truncate on billing_audit
  for each statement execute function refuse_ledger_change();
create trigger tr_billing_audit_acts before update of id, tenant_id, actor_id, action, occurred_at on billing_audit
  for each statement execute function refuse_ledger_change();
create trigger tr_billing_audit_words before update on billing_audit
  for each row when (new.details is distinct from old.details - 'reason' - 'callId') execute function refuse_ledger_change();
