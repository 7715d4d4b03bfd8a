-- Free messages to a customer until they do something again, where the provider counts them; null where it does not.
alter table thread add column free_left integer;
