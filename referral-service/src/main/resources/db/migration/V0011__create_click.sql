-- Visits to referral links. Counted per day for good; a single visit is kept as long as a sign-up may be put down to it, with hashes
-- of address and device made with this service's key, and then deleted. visitor_day forgets who came as soon as the day is over.
create table click (
  id           uuid        not null,
  tenant_id    uuid        not null,
  address_hash text        not null,
  device_hash  text        not null,
  clicked_at   timestamptz not null,
  constraint pk_click primary key (id)
);
create index ix_click_clicked_at on click (clicked_at);
create index ix_click_address on click (address_hash, clicked_at);

create table click_day (
  tenant_id uuid   not null,
  day       date   not null,
  clicks    bigint not null,
  visitors  bigint not null,
  constraint pk_click_day primary key (tenant_id, day)
);

create table visitor_day (
  tenant_id    uuid not null,
  day          date not null,
  visitor_hash text not null,
  constraint pk_visitor_day primary key (tenant_id, day, visitor_hash)
);

-- Devices on which owners looked at their own link, to recognise a business that follows it itself. Kept as long as a visit.
create table owner_device (
  tenant_id    uuid        not null,
  address_hash text        not null,
  device_hash  text        not null,
  seen_at      timestamptz not null,
  constraint pk_owner_device primary key (tenant_id, address_hash, device_hash)
);
create index ix_owner_device_seen_at on owner_device (seen_at);
