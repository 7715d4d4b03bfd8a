-- Files people send. A row is written with its bytes; a message that names it says where it is used from then on.
create table attachment (
  id                    uuid        primary key,
  tenant_id             uuid        not null,
  conversation_id       uuid        not null,
  uploader_kind         text        not null,
  uploader_id           uuid        not null,
  name                  text        not null,
  media_type            text        not null,
  -- Decoded and found to be a picture or a sound: browsers may show it where it is.
  verified              boolean     not null,
  bytes                 bigint      not null,
  sha256                text        not null,
  width                 integer,
  height                integer,
  duration_milliseconds bigint,
  thumbnail_bytes       bigint,
  created_at            timestamptz not null,
  -- Of the message that carries it; null while none does.
  sequence              bigint,
  -- The message was deleted: nobody gets it any more, and the collector takes it.
  released_at           timestamptz
);
create index ix_attachment_conversation on attachment (conversation_id, sequence);
create index ix_attachment_unused on attachment (created_at) where sequence is null;
create index ix_attachment_released on attachment (released_at) where released_at is not null;

-- The bytes, in pieces that are read one by one. Files are compressed already, so the store does not try.
create table attachment_chunk (
  attachment_id uuid     not null,
  part          smallint not null,
  number        integer  not null,
  bytes         bytea    not null,
  primary key (attachment_id, part, number)
);
alter table attachment_chunk alter column bytes set storage external;

-- What a business's files take, counted where they come and go.
create table attachment_usage (
  tenant_id uuid   primary key,
  bytes     bigint not null,
  constraint ck_attachment_usage_bytes check (bytes >= 0)
);
