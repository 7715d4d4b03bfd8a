-- When a department answers, as config-service says it; null: always.
alter table department add column hours text;
