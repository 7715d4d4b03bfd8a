-- What config-service says about businesses and their people: rebuilt from its compacted topics, never edited here.
create table tenant (
  id         uuid   primary key,
  version    bigint not null,
  name       text   not null,
  widget_key text   not null,
  status     text   not null,
  constraint uq_tenant_widget_key unique (widget_key)
);

create table staff (
  tenant_id  uuid    not null,
  id         uuid    not null,
  version    bigint  not null,
  name       text    not null,
  role       text    not null,
  active     boolean not null,
  avatar_url text,
  primary key (tenant_id, id)
);

create table department (
  tenant_id          uuid    not null,
  id                 uuid    not null,
  version            bigint  not null,
  name               text    not null,
  agent_ids          uuid[]  not null,
  default_department boolean not null,
  deleted            boolean not null,
  primary key (tenant_id, id)
);
