-- Which of a business's own customers a visitor is: told by its website, proven by the business's secret.
create table visitor_identity (
  tenant_id   uuid        not null,
  external_id text        not null,
  visitor_id  uuid        not null,
  linked_at   timestamptz not null,
  primary key (tenant_id, external_id),
  constraint uq_visitor_identity_visitor unique (tenant_id, visitor_id)
);

-- A secret is made of the installation's key, the business and this number: none is stored.
create table identify_secret (
  tenant_id  uuid        primary key,
  number     integer     not null,
  rotated_at timestamptz not null
);

-- What the website says of its visitor: {name: value}.
create table visitor_data (
  tenant_id  uuid        not null,
  visitor_id uuid        not null,
  data       jsonb       not null,
  updated_at timestamptz not null,
  primary key (tenant_id, visitor_id)
);
