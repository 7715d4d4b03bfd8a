-- What can be searched for: the words of each message, and as entry 0 of each conversation what its visitor told.
-- Filled behind the events of messages, never by whoever sends one. Every word begins with its business's key, so the
-- lists of the index are one business's each.
create table search_entry (
  conversation_id uuid        not null,
  sequence        bigint      not null,
  tenant_id       uuid        not null,
  at              timestamptz not null,
  words           tsvector    not null,
  primary key (conversation_id, sequence)
);
create index ix_search_entry_words on search_entry using gin (words);
