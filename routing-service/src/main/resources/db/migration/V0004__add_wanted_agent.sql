-- Whom the visitor asked for by name; asked first, once, before the department's own order.
alter table allocation add column wanted_agent_id uuid;
