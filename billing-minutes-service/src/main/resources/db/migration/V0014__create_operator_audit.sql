-- Who changed what by hand. Append-only like the ledger.
create table billing_audit (
  id          uuid        not null,
  tenant_id   uuid,
  actor_id    uuid        not null,
  action      text        not null,
  details     jsonb       not null,
  occurred_at timestamptz not null,
  constraint pk_billing_audit primary key (id)
);
create index ix_billing_audit_tenant_id on billing_audit (tenant_id, id desc);
create trigger tr_billing_audit_append_only before update or delete or truncate on billing_audit
  for each statement execute function refuse_ledger_change();

-- Results of comparing the ledger with the call records; the newest tells how things stand.
create table reconciliation_run (
  id               uuid        not null,
  started_at       timestamptz not null,
  finished_at      timestamptz not null,
  tenants          bigint      not null,
  differences      jsonb       not null,
  constraint pk_reconciliation_run primary key (id)
);
