-- A dialog of a provider under way: bound to who began it and to the browser. The state and the browser's cookie are kept as hashes.
create table link_session (
  id            uuid        not null,
  tenant_id     uuid        not null,
  owner_id      uuid        not null,
  kind          text        not null,
  state_hash    text        not null,
  browser_hash  text        not null,
  verifier      text,
  return_path   text        not null,
  state         text        not null,
  failure_code  text,
  missing       text[]      not null default '{}',
  pages         jsonb       not null default '[]',
  sealed_pages  text,
  channel_ids   uuid[]      not null default '{}',
  created_at    timestamptz not null,
  expires_at    timestamptz not null,
  constraint pk_link_session primary key (id),
  constraint uq_link_session_state_hash unique (state_hash),
  constraint fk_link_session_business foreign key (tenant_id) references business (tenant_id),
  constraint ck_link_session_kind check (kind in ('facebook', 'zalo')),
  constraint ck_link_session_state check (state in ('waiting', 'exchanging', 'choose', 'linked', 'refused', 'failed', 'expired'))
);
create index ix_link_session_expires_at on link_session (expires_at);
