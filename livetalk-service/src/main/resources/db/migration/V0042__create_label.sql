-- name_key is the name after NFC, trimming and case folding.
create table label (
  tenant_id  uuid        not null,
  id         uuid        not null,
  version    bigint      not null default 1,
  name       text        not null,
  name_key   text        not null,
  color      text        not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint uq_label_name unique (tenant_id, name_key),
  constraint ck_label_color check (color ~ '^#[0-9a-f]{6}$')
);

create table conversation_label (
  tenant_id       uuid        not null,
  conversation_id uuid        not null,
  label_id        uuid        not null,
  added_at        timestamptz not null,
  primary key (conversation_id, label_id),
  constraint fk_conversation_label_label foreign key (tenant_id, label_id) references label (tenant_id, id) on delete cascade
);
create index ix_conversation_label_label on conversation_label (tenant_id, label_id, conversation_id);
