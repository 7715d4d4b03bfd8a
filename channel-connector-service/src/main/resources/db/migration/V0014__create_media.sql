-- Copies of files, in pieces, until they expire.
create table media (
  id         uuid        not null,
  tenant_id  uuid        not null,
  contact_id uuid,
  kind       text        not null,
  file_name  text        not null,
  media_type text        not null,
  size_bytes bigint      not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  constraint pk_media primary key (id)
);
create index ix_media_expires_at on media (expires_at);
create index ix_media_contact_id on media (contact_id) where contact_id is not null;
create table media_piece (
  media_id uuid    not null,
  number   integer not null,
  bytes    bytea   not null,
  constraint pk_media_piece primary key (media_id, number),
  constraint fk_media_piece_media foreign key (media_id) references media (id) on delete cascade
);
alter table media_piece alter column bytes set storage external;
