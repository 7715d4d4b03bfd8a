-- One linked Facebook Page or Zalo OA. Tokens are sealed (AES-256-GCM, key id inside, bound to tenant, channel and purpose). A paused
-- channel keeps the state it will resume with; an unlinked one stays for its history and resumes when linked again by its tenant.
create table channel (
  id                  uuid        not null,
  tenant_id           uuid        not null,
  kind                text        not null,
  external_id         text        not null,
  name                text        not null,
  picture_url         text,
  state               text        not null,
  paused              boolean     not null default false,
  missing_permissions text[]      not null default '{}',
  access_token        text,
  refresh_token       text,
  token_expires_at    timestamptz,
  last_event_at       timestamptz,
  last_error_code     text,
  last_error_at       timestamptz,
  next_check_at       timestamptz,
  version             bigint      not null,
  created_at          timestamptz not null,
  changed_at          timestamptz not null,
  constraint pk_channel primary key (id),
  constraint uq_channel_tenant_kind_external unique (tenant_id, kind, external_id),
  constraint fk_channel_business foreign key (tenant_id) references business (tenant_id),
  constraint ck_channel_kind check (kind in ('facebook', 'zalo')),
  constraint ck_channel_state check (state in ('healthy', 'reconnect-required', 'permission-missing', 'unlinked')),
  constraint ck_channel_unlinked check (state <> 'unlinked' or (not paused and access_token is null and refresh_token is null and next_check_at is null)),
  constraint ck_channel_missing check ((state = 'permission-missing') = (cardinality(missing_permissions) > 0))
);
-- A Page or OA belongs to one tenant at a time.
create unique index uq_channel_kind_external on channel (kind, external_id) where state <> 'unlinked';
create index ix_channel_tenant_id on channel (tenant_id, id);
create index ix_channel_next_check_at on channel (next_check_at) where next_check_at is not null;
