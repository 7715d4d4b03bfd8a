-- What tells whether two businesses belong to one owner: hashes made by config-service with a key of its own, so they can be compared
-- and tell nobody an address.
alter table business
  add column owner_hash        text,
  add column owner_domain_hash text,
  add column verified          boolean not null default false,
  add column signed_up_at      timestamptz;
create index ix_business_owner_hash on business (owner_hash) where owner_hash is not null;
create index ix_business_owner_domain_hash on business (owner_domain_hash) where owner_domain_hash is not null;
