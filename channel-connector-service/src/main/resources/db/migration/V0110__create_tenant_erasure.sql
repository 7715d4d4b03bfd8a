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
