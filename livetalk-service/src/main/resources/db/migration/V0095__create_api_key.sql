-- Keys of businesses, as config-service tells them: enough to know a key again, not to make one.
create table api_key (
  id           uuid        primary key,
  tenant_id    uuid        not null,
  version      bigint      not null,
  name         text        not null,
  handle       text        not null,
  hash         text        not null,
  scopes       text[]      not null,
  expires_at   timestamptz,
  revoked      boolean     not null,
  -- Coarse: written at most every ten minutes.
  last_used_at timestamptz,
  constraint uq_api_key_handle unique (handle)
);
create index ix_api_key_tenant on api_key (tenant_id);
