-- Under which face visitors see the agents: each one's own, or the department's for all of them.
alter table department add column picture_url text;
alter table section_settings add column represents boolean not null default false;
update section_settings set represents = true
where section = 'window' and content ->> 'representative' = 'true' and content ->> 'startMode' is distinct from 'agent';

-- Behind which message an agent joined: there both sides are told, whenever they load the conversation.
alter table conversation_participant add column joined_after bigint not null default 0;
update conversation_participant p
set joined_after = coalesce((select max(m.sequence) from message m
                             where m.conversation_id = p.conversation_id and m.sent_at <= p.joined_at), 0);
-- Whoever joins colleagues does so without an allocation of routing's.
alter table conversation_participant alter column allocation_id drop not null;
