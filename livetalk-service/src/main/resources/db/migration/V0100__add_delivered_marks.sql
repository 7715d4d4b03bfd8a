-- How far messages have reached the clients of each side, as those clients say. What was read has arrived: a mark that lies
-- behind the read mark of its side means nothing. No index names these columns, so a mark moves without touching one.
alter table conversation add column visitor_delivered_sequence bigint not null default 0;
alter table conversation add column agents_delivered_sequence bigint not null default 0;
