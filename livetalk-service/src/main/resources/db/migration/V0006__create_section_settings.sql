-- What owners published, section by section, as config-service tells it; rebuilt from its compacted topics.
create table section_settings (
  tenant_id uuid   not null,
  section   text   not null,
  version   bigint not null,
  content   jsonb  not null,
  primary key (tenant_id, section)
);

-- Which websites may carry a business's widget; none named: all of them.
create table widget (
  tenant_id        uuid   primary key,
  version          bigint not null,
  allowed_websites text[] not null
);

-- Answers to the business's own questions, with the labels they were asked under: [{key, label, value}].
alter table conversation add column answers jsonb;
-- Whom the visitor asked for by name.
alter table conversation add column wanted_agent_id uuid;
