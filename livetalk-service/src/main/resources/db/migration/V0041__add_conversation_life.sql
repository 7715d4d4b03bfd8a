-- Whoever handed a conversation on stays until somebody else joins.
alter table conversation_participant add column leaving boolean not null default false;
-- How far agents had read who take part no more.
alter table conversation add column agents_read_sequence bigint not null default 0;

-- The durable timer of a conversation put off; what the visitor writes in the meantime makes it due.
alter table conversation add column snoozed_until timestamptz;
alter table conversation add column snoozed_by uuid;
alter table conversation add column snoozed_after bigint not null default 0;
create index ix_conversation_snoozed on conversation (snoozed_until) where snoozed_until is not null;
create index ix_conversation_snoozed_tenant on conversation (tenant_id, last_activity_at desc, id desc) where snoozed_until is not null;
