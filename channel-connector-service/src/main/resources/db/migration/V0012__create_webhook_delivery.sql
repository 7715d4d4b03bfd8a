-- Genuine deliveries, as they came, until they are sorted. The same bytes are one delivery.
create table webhook_delivery (
  position    bigint      generated always as identity,
  digest      bytea       not null,
  kind        text        not null,
  body        bytea       not null,
  received_at timestamptz not null default now(),
  constraint pk_webhook_delivery primary key (position),
  constraint uq_webhook_delivery_digest unique (digest)
);
-- How many deliveries were refused for their signature, per day.
create table webhook_refusal (
  kind    text   not null,
  day     date   not null,
  refused bigint not null,
  constraint pk_webhook_refusal primary key (kind, day)
);
